// Which entries the list of brands has.

import { expect, test } from 'vitest'
import { brandItems } from './brand-items.ts'

const list = {
  brands: [
    { id: 'FORD', name: 'Ford', web: false },
    { id: 'SKODA', name: 'Škoda', region: 'europe' as const },
  ],
  country: undefined,
  value: '',
  query: '',
  anyName: 'Choose later',
}

test('begins with the entry that leaves the choice open, and disables what needs an app', () => {
  expect(brandItems(list)).toEqual([
    { id: '', name: 'Choose later', selected: true, disabled: false },
    { id: 'FORD', name: 'Ford', selected: false, disabled: true },
    { id: 'SKODA', name: 'Škoda', selected: false, disabled: false },
  ])
})

test('adds a value that is not offered under its id', () => {
  const ids = brandItems({ ...list, country: 'US', value: 'SKODA' }).map(item => item.name)
  expect(ids).toEqual(['Choose later', 'Ford', 'SKODA'])
})

test('finds a brand by its name or its id', () => {
  expect(brandItems({ ...list, query: 'skoda' }).map(item => item.id)).toEqual(['SKODA'])
})
