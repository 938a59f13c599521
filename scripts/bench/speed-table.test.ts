// Tests of speed-table: the median, and the ratio to the first.

import { expect, test } from 'vitest'
import { median, speedTable } from './speed-table.ts'

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[5], 5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('each median is compared with that of the first', () => {
  const table = speedTable([
    { name: 'official', times: [2, 4, 3] },
    { name: 'ours', times: [1.5] },
  ])
  expect(table).toBe('  official     3.00 ms   1.00 ×\n  ours         1.50 ms   0.50 ×')
})
