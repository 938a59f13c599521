// Which brands the picker lists, in which groups and order.

import { expect, test } from 'vitest'
import { type BrandGroupsInput, brandGroups } from './brand-groups.ts'
import { brands } from './brands.ts'

const input: BrandGroupsInput = {
  brands: [
    { id: 'FORD', name: 'Ford', web: false },
    { id: 'KIA', name: 'Kia' },
    { id: 'SKODA', name: 'Škoda', region: 'europe' },
  ],
  country: undefined,
  popular: [],
  isSimulated: false,
  value: '',
  query: '',
  titles: { popular: 'Popular', others: 'More' },
}

function ids(own: Partial<BrandGroupsInput>) {
  return brandGroups({ ...input, ...own }).map(({ title, items }) => [
    title,
    ...items.map(item => item.id),
  ])
}

test('disables what connects only from an app, in live mode', () => {
  const [live] = brandGroups({ ...input, value: 'KIA' })
  expect(live?.items).toEqual([
    { id: 'FORD', name: 'Ford', selected: false, disabled: true },
    { id: 'KIA', name: 'Kia', selected: true, disabled: false },
    { id: 'SKODA', name: 'Škoda', selected: false, disabled: false },
  ])
  const [simulated] = brandGroups({ ...input, isSimulated: true })
  expect(simulated?.items.map(item => item.disabled)).toEqual([false, false, false])
})

test('adds a value that is not offered under its id', () => {
  expect(ids({ country: 'US', value: 'SKODA' })).toEqual([['', 'FORD', 'KIA', 'SKODA']])
})

test('popular brands come first, in the order of the app, and are not there twice', () => {
  expect(ids({ popular: ['SKODA', 'FORD', 'SKODA'] })).toEqual([
    ['Popular', 'SKODA', 'FORD'],
    ['More', 'KIA'],
  ])
})

test('popular brands that are unknown or not offered here are left out', () => {
  expect(ids({ popular: ['LADA', '', 'SKODA', 'KIA'], country: 'US' })).toEqual([
    ['Popular', 'KIA'],
    ['More', 'FORD'],
  ])
  expect(ids({ popular: ['LADA'] })).toEqual([['', 'FORD', 'KIA', 'SKODA']])
  expect(ids({ popular: ['FORD', 'KIA', 'SKODA'] })).toEqual([['Popular', 'FORD', 'KIA', 'SKODA']])
})

test('a search has one group, in which names that begin with it come first', () => {
  expect(ids({ query: 'k', popular: ['SKODA'] })).toEqual([['', 'KIA', 'SKODA']])
  expect(ids({ brands, query: 'che' })).toEqual([['', 'CHEVROLET', 'PORSCHE']])
  expect(ids({ query: 'zzz' })).toEqual([])
})
