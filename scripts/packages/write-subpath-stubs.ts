// Writes or removes the stubs of the package in this folder; `prepack` and `postpack` call it.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { subpathStubs } from './subpath-stubs.ts'

const { publishConfig } = JSON.parse(readFileSync('package.json', 'utf8'))
for (const { path, text } of subpathStubs(publishConfig.exports)) {
  if (process.argv[2] === 'remove') {
    // A folder may have been made for the stub alone, at its first part.
    rmSync(path.split('/')[0] ?? path, { recursive: true, force: true })
  } else {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}
