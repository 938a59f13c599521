// Every part that a component names has words on the pages of documentation.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { partWords } from './part-words.ts'

test('every `data-sc` of the package has words', () => {
  const parts = new Set(
    globSync('packages/react/src/**/*.tsx', { exclude: ['**/*.{test,stories}.tsx'] }).flatMap(
      file =>
        [...readFileSync(file, 'utf8').matchAll(/data-sc="([\w-]+)"/g)].map(([, name]) => name),
    ),
  )
  expect(parts.size).toBeGreaterThan(10)
  expect([...parts].filter(name => name === undefined || !(name in partWords))).toEqual([])
})
