// Tests of proofs: the page is up to date, every promise is kept by a test, and tags are read off the tests.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findProofs, tagsIn } from './find-proofs.ts'
import { promises } from './promises.ts'
import { excusedIds, handWritten, proofsPage } from './proofs-page.ts'

const page = readFileSync('docs/proofs.md', 'utf8')
const proofs = findProofs()
const tail = `${handWritten}\n\n| T09 | a | b |\n`

test('docs/proofs.md is up to date: if not, run `npx --yes pnpm@12 proofs`', () => {
  expect(page).toBe(proofsPage(promises, proofs, page))
})

test('every threat and fault has a promise or a reason why no test shows it', () => {
  function ids(letter: string, last: number) {
    return Array.from({ length: last }, (_, index) => `${letter}${`${index + 1}`.padStart(2, '0')}`)
  }
  const known = new Set([...Object.keys(promises), ...excusedIds(page)])
  expect([...known].sort()).toEqual([...ids('F', 75), ...ids('T', 56)])
})

test('every promise is shown by a test', () => {
  expect(Object.keys(promises).filter(id => !proofs.has(id))).toEqual([])
})

test('no test carries an id that promises nothing', () => {
  expect([...proofs.keys()].filter(id => !promises[id])).toEqual([])
})

test.each([
  ["test('a', { tags: ['T05', 'F12'] }, run)", ['F12', 'T05']],
  ["test('a', {\n  tags: ['T05'],\n}, run)", ['T05']],
  ["test('a', { tag: '@T05' }, run)", ['T05']],
  ["test('a', { tag: ['@T05', '@F12'] }, run)", ['F12', 'T05']],
  ["test('a', { tag: isHosted ? ['@T05'] : [] }, run)", ['T05']],
  ["test('T05 in a title', run)", []],
])('the tags of %s are %o', (text, ids) => {
  expect(tagsIn(text)).toEqual(ids)
})

test('the page names each id with its files, and keeps what was written by hand', () => {
  const made = proofsPage(
    { T05: 'only ours' },
    new Map([['T05', ['a.test.ts']]]),
    `outdated\n\n${tail}`,
  )
  expect(made).toContain('| T05 | only ours | `a.test.ts` |')
  expect(made.endsWith(tail)).toBe(true)
  expect(made).not.toContain('outdated')
})

test('without its hand-written part, the page is not written', () => {
  expect(() => proofsPage({}, new Map(), 'nothing')).toThrow(/restore it first/)
})

test('an excused id is read off the hand-written part alone', () => {
  expect(excusedIds(`| T01 | a | b |\n${tail}`)).toEqual(['T09'])
})
