// The list of mutants fits the client as it is now.

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutatedFiles } from './mutations.ts'

const sources = 'packages/client/src'

test.each(mutatedFiles)('each mutant of $file has one place, and tests that exist', mutated => {
  const text = readFileSync(`${sources}/${mutated.file}`, 'utf8')
  expect(mutated.mutations.filter(([find]) => text.split(find).length !== 2)).toEqual([])
  expect(mutated.tests.filter(path => !existsSync(`${sources}/${path}`))).toEqual([])
  expect(mutated.tests.length * mutated.mutations.length).toBeGreaterThan(0)
})
