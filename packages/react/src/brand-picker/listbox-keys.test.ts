// Keys in a list box lead to the same option as in a native one.

import { expect, test } from 'vitest'
import { listboxTarget, typeaheadTarget } from './listbox-keys.ts'

const options = ['Any', 'Audi', 'Ford', 'Škoda', 'Subaru', 'Tesla'].map(name => ({
  name,
  disabled: name === 'Ford',
}))

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 1, 3],
  ['ArrowDown', 5, 5],
  ['ArrowDown', -1, 0],
  ['ArrowUp', 3, 1],
  ['ArrowUp', 0, 0],
  ['ArrowUp', -1, 5],
  ['Home', 4, 0],
  ['End', 0, 5],
  ['PageDown', 0, 5],
  ['PageUp', 5, 0],
  ['Enter', 0, undefined],
])('%s from %i leads to %s', (key, from, to) => {
  expect(listboxTarget(key, options, from)).toBe(to)
})

test('leads nowhere when every option is disabled', () => {
  expect(listboxTarget('ArrowDown', [{ name: 'Ford', disabled: true }], -1)).toBeUndefined()
  expect(typeaheadTarget('f', [{ name: 'Ford', disabled: true }], -1)).toBeUndefined()
})

test('finds a name by its first letters, without its accents', () => {
  expect(typeaheadTarget('sk', options, 0)).toBe(3)
  expect(typeaheadTarget('su', options, 0)).toBe(4)
})

test('goes through the names of one letter when it is typed again', () => {
  expect(typeaheadTarget('s', options, 0)).toBe(3)
  expect(typeaheadTarget('ss', options, 3)).toBe(4)
  expect(typeaheadTarget('sss', options, 4)).toBe(3)
})

test('stays while more letters of the same name are typed', () => {
  expect(typeaheadTarget('te', options, 5)).toBe(5)
})

test('finds a name by its second word, whatever space is between the two', () => {
  const walls = ['Great Wall', 'Great\u00a0North'].map(name => ({ name, disabled: false }))
  expect(typeaheadTarget('great', walls, 0)).toBe(0)
  expect(typeaheadTarget('great ', walls, 0)).toBe(0)
  expect(typeaheadTarget('great n', walls, 0)).toBe(1)
})

test('leads nowhere when nothing is typed', () => {
  expect(typeaheadTarget('', options, 0)).toBeUndefined()
})
