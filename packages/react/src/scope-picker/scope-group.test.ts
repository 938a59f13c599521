// Which groups and topics a list has, and what they say about themselves.

import { permissions } from 'smartcar-connect'
import { expect, test } from 'vitest'
import { en } from '../locales/en.ts'
import { type ScopeItem, scopeGroups } from './scope-group.ts'
import { scopeWords } from './scope-words.ts'

const every = permissions.map(({ name }) => name)

function items(names: readonly string[], chosen: readonly string[] = []): readonly ScopeItem[] {
  return scopeWords(names).map(words => {
    return { ...words, checked: chosen.includes(words.name), locked: false }
  })
}

function everything() {
  return true
}

test('each known permission is in exactly one topic of a long group', () => {
  const [read, control] = scopeGroups(items(every), everything, en)
  expect(read?.topics.map(({ title, chosen }) => `${title} ${chosen}`)).toEqual([
    'About the car and you 0 of 4',
    'Driving and location 0 of 4',
    'Battery, charging and fuel 0 of 6',
    'Condition and maintenance 0 of 5',
    'Doors and climate 0 of 3',
  ])
  expect(read?.topics.flatMap(topic => topic.items)).toHaveLength(22)
  expect(control?.topics).toEqual([])
})

test('those that are not known are a topic of their own', () => {
  const [read] = scopeGroups(items([...every, 'read_mood']), everything, en)
  expect(read?.topics.at(-1)).toMatchObject({ title: 'Other', chosen: '0 of 1' })
})

test.each([
  [8, 0],
  [9, 5],
])('a group of %i has %i topics', (count, topics) => {
  const names = scopeWords(every).map(({ name }) => name)
  const [read] = scopeGroups(items(names.slice(0, count)), everything, en)
  expect(read?.items).toHaveLength(count)
  expect(read?.topics).toHaveLength(topics)
})

test('counts all of a topic, also while a search shows one of them', () => {
  const chosen = ['read_fuel', 'read_charge']
  const groups = scopeGroups(items(every, chosen), ({ name }) => name === 'read_fuel', en)
  expect(groups).toHaveLength(1)
  expect(groups[0]?.topics).toEqual([
    expect.objectContaining({ name: 'charging', chosen: '2 of 6', checked: true }),
  ])
})
