// Writes the reference to docs/reference.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { markdownFiles } from './markdown.ts'
import { layOut } from './page.ts'
import { readProject, root } from './read-project.ts'

const folder = join(root, 'docs/reference')
const files = markdownFiles(layOut(await readProject()), root)
rmSync(folder, { recursive: true, force: true })
for (const { name, text } of files) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}
process.stdout.write(`${files.length} pages in docs/reference\n`)
