// Keys that browsers do not handle in radio buttons lead where they do in a native list box.

import { expect, test } from 'vitest'
import { jumpTarget, typeaheadTarget } from './radio-keys.ts'

const names = ['Audi', 'Škoda', 'Subaru', 'Tesla', 'Any']

test.each([
  ['Home', 4, 0],
  ['End', 0, 29],
  ['PageDown', 0, 10],
  ['PageDown', 25, 29],
  ['PageUp', 25, 15],
  ['PageUp', 5, 0],
  ['PageUp', -1, 0],
  ['ArrowDown', 0, undefined],
  ['Enter', 0, undefined],
])('%s from %i leads to %s of 30', (key, from, to) => {
  expect(jumpTarget(key, 30, from)).toBe(to)
})

test('leads nowhere when nothing can be chosen', () => {
  expect(jumpTarget('End', 0, -1)).toBeUndefined()
  expect(typeaheadTarget('f', [], -1)).toBeUndefined()
})

test('finds a name by its first letters, without its accents', () => {
  expect(typeaheadTarget('sk', names, 0)).toBe(1)
  expect(typeaheadTarget('su', names, 0)).toBe(2)
})

test('goes through the names of one letter when it is typed again', () => {
  expect(typeaheadTarget('s', names, 0)).toBe(1)
  expect(typeaheadTarget('ss', names, 1)).toBe(2)
  expect(typeaheadTarget('sss', names, 2)).toBe(1)
})

test('stays while more letters of the same name are typed', () => {
  expect(typeaheadTarget('te', names, 3)).toBe(3)
})

test('finds a name by its second word, whatever space is between the two', () => {
  const walls = ['Great Wall', 'Great\u00a0North']
  expect(typeaheadTarget('great', walls, 0)).toBe(0)
  expect(typeaheadTarget('great ', walls, 0)).toBe(0)
  expect(typeaheadTarget('great n', walls, 0)).toBe(1)
})

test('leads nowhere when nothing is typed', () => {
  expect(typeaheadTarget('', names, 0)).toBeUndefined()
})
