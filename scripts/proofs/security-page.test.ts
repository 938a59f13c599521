// The two pages about security claim what is shown: their ids are carried by tests, their files are there.

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findProofs } from './find-proofs.ts'

const page = readFileSync('SECURITY.md', 'utf8')

test.each(['SECURITY.md', 'docs/security.md'])('every id of %s is carried by a test', path => {
  const proofs = findProofs()
  const ids = [...readFileSync(path, 'utf8').matchAll(/\b[TF]\d\d\b/g)].map(([id]) => id)
  expect(ids.length).toBeGreaterThan(25)
  expect(ids.filter(id => !proofs.has(id))).toEqual([])
})

test('every promise names the tests that show it', () => {
  const rows = page.split('\n').filter(line => /^\| [A-Z]/.test(line))
  expect(rows.length).toBeGreaterThan(9)
  const unproved = rows.filter(row => !/[TF]\d\d/.test(row))
  // What a package depends on is read off its package.json, by a stage of its own.
  expect(unproved.map(row => row.split(' | ')[0])).toEqual([
    '| No runtime dependency in the browser packages',
  ])
})

test('every file that it names is there', () => {
  const files = [...page.matchAll(/`((?:packages|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path)
  expect(files.length).toBeGreaterThan(2)
  expect(files.filter(path => !existsSync(path))).toEqual([])
})
