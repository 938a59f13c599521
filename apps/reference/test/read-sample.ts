// Reads sources of a test as if they were entries of a package.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gapsIn } from '../src/gaps.ts'
import { markdownFiles } from '../src/markdown.ts'
import { layOut } from '../src/page.ts'
import { readProject, root } from '../src/read-project.ts'
import { thrownBy } from '../src/throws.ts'

/** What the reference makes of a source. */
export type Sample = {
  /** Its gaps, without their places. */
  readonly gaps: readonly string[]
  /** Its pages, one after the other. */
  readonly text: string
  /** How many warnings TypeDoc gave for all sources together. */
  readonly warnings: number
}

/** Reads sources by name, all at once since a compiler takes seconds to start. */
export async function readSamples<Name extends string>(
  sources: Readonly<Record<Name, string>>,
): Promise<Readonly<Record<Name, Sample>>> {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'))
  const names = Object.keys(sources) as Name[]
  try {
    const tsconfig = join(folder, 'tsconfig.json')
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions: { strict: true, types: [] } }))
    const entries = names.map(name => {
      const file = join(folder, `${name}.ts`)
      writeFileSync(file, sources[name])
      return { name: `sample/${name}`, package: 'client', path: name, file }
    })
    const read = await readProject(entries, tsconfig)
    const pages = layOut(read)
    const files = markdownFiles(pages, root)
    const samples = names.map(name => {
      const own = pages.filter(page => page.file === `client/${name}.md`)
      const gaps = gapsIn(own, (file, called) => thrownBy(read.program, file, called))
      const text = files.find(file => file.name === `client/${name}.md`)?.text ?? ''
      const sample = { gaps: gaps.map(withoutPlace), text, warnings: read.warnings }
      return [name, sample] as const
    })
    return Object.fromEntries(samples) as unknown as Record<Name, Sample>
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function withoutPlace(gap: string): string {
  return gap.replace(/^\S+: /, '')
}
