// Tests of export-targets: plain paths, and paths behind conditions.

import { expect, test } from 'vitest'
import { exportTargets } from './export-targets.ts'

test('an entry leads to its file', () => {
  expect(exportTargets({ '.': './dist/index.js', './page': './page.html' })).toEqual([
    ['.', './dist/index.js'],
    ['./page', './page.html'],
  ])
})

test('an entry with conditions leads to the file of each', () => {
  const exports = { '.': { development: './dev.js', default: { import: './index.js' } } }
  expect(exportTargets(exports)).toEqual([
    ['.', './dev.js'],
    ['.', './index.js'],
  ])
})
