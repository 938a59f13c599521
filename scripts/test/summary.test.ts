// Tests of summary: the closing line that machines read, and the notes that people read.

import { expect, test } from 'vitest'
import { summary } from './summary.ts'

const results = [
  { name: 'types', seconds: 2.04, passed: 1, failed: 0, notes: [] },
  { name: 'unit', seconds: 12, passed: 40, failed: 2, notes: ['not run: a.test.ts'] },
]

test('ends with the sum of all stages, alone on its line', () => {
  expect(summary(results).split('\n').at(-1)).toBe('41 passed, 2 failed')
  expect(summary([])).toMatch(/\n0 passed, 0 failed$/)
})

test('gives each stage a row with its seconds and its notes', () => {
  const table = summary(results)
  expect(table).toMatch(/✓ types +2\.0 +1 +0\n/)
  expect(table).toMatch(/✗ unit +12\.0 +40 +2\n +not run: a\.test\.ts\n/)
})
