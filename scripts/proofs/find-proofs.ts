// Finds the tests that show what must hold, by the tags they carry.

import { globSync, readFileSync } from 'node:fs'

/** Ids of threats and faults, each with the files whose tests carry it as a tag. */
export type Proofs = ReadonlyMap<string, readonly string[]>

// Tests, specs, and the contracts that the tests of several stores run.
const testFiles = '{packages,apps,scripts}/**/*{.test,.spec,-contract}.{ts,tsx}'

/** Reads every test file below the current folder. */
export function findProofs(): Proofs {
  const proofs = new Map<string, string[]>()
  const files = globSync(testFiles, { exclude: path => path.includes('node_modules') })
  for (const file of files.sort()) {
    for (const id of tagsIn(readFileSync(file, 'utf8'))) {
      proofs.set(id, [...(proofs.get(id) ?? []), file])
    }
  }
  return proofs
}

/** The ids in a test file: Vitest's `tags: ['T05']`, Playwright's `tag: '@T05'`. */
export function tagsIn(text: string): string[] {
  const lists = text.matchAll(/\btags?: (?:\w+ \? )?(\[[^\]]*\]|'[^']*')/g)
  const ids = [...lists].flatMap(([, list = '']) => list.match(/(?<=['@])[TF]\d\d(?=')/g) ?? [])
  return [...new Set(ids)].sort()
}
