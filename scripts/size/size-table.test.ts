// Tests of size-table: the worse count decides, and nothing over its ceiling passes.

import { expect, test } from 'vitest'
import { isTooLarge, sizesOf, sizeTable, untold, worse } from './size-table.ts'

const esbuild = { atLoad: 100, late: [{ name: 'answer', bytes: 30 }], helper: 0 }
const vite = {
  atLoad: 90,
  late: [
    { name: 'answer', bytes: 35 },
    { name: 'shared', bytes: 20 },
    { name: 'shared', bytes: 10 },
  ],
  helper: 700,
}

test('an entry is counted at load, in each late part, and in total', () => {
  expect(sizesOf('the hook', esbuild, vite, { atLoad: 100, inTotal: 150 })).toEqual([
    { name: 'the hook, at load', esbuild: 100, vite: 90, ceiling: 100 },
    { name: '  late: answer', esbuild: 30, vite: 35 },
    { name: '  late: shared', esbuild: undefined, vite: 20 },
    { name: '  late: shared 2', esbuild: undefined, vite: 10 },
    { name: 'the hook, in total', esbuild: 130, vite: 155, ceiling: 150 },
  ])
})

test('an entry without late parts is one row', () => {
  const whole = { atLoad: 5, late: [], helper: 0 }
  expect(sizesOf('the page', whole, whole)).toEqual([{ name: 'the page', esbuild: 5, vite: 5 }])
})

test('the worse of the two counts is the one that counts', () => {
  expect(worse({ name: '', esbuild: 3, vite: 4 })).toBe(4)
  expect(worse({ name: '', esbuild: 5, vite: undefined })).toBe(5)
})

test.each([
  [100, 100, false],
  [100, 101, true],
  [101, 100, true],
])('esbuild %i and Vite %i are too large for 100: %s', (esbuild, vite, expected) => {
  expect(isTooLarge({ name: '', esbuild, vite, ceiling: 100 })).toBe(expected)
})

test('the table says which size is over its ceiling', () => {
  const table = sizeTable(sizesOf('the hook', esbuild, vite, { atLoad: 100, inTotal: 150 }))
  expect(table).toMatch(/the hook, at load +100 +90 +100 {3}✓ at most 100\n/)
  expect(table).toMatch(/ {2}late: shared +– +20 +20\n/)
  expect(table).toMatch(/the hook, in total +130 +155 +155 {3}✗ OVER 150$/)
})

test('a text that tells another size than the worse one is found', () => {
  const size = { name: 'hook', esbuild: 5641, vite: 5513 }
  expect(untold([size], 'hook 5,641 bytes')).toEqual([])
  expect(untold([size], 'hook 5,513 bytes')).toEqual([size])
})
