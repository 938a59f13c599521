// The catalogue: every permission once, with words of its own.

import { expect, test } from 'vitest'
import { permissions } from './permissions.ts'

test('has all 28 permissions, each once, with a title and a description of its own', () => {
  function of(key: 'name' | 'title' | 'description') {
    return new Set(permissions.map(p => p[key])).size
  }
  expect([permissions.length, of('name'), of('title'), of('description')]).toEqual([28, 28, 28, 28])
})

test('says of each whether it reads or controls, as its name does', () => {
  for (const { name, access } of permissions) expect(name.startsWith(`${access}_`)).toBe(true)
})

test('marks as sensitive what tells where or who somebody is, and what opens the car', () => {
  expect(permissions.filter(({ sensitive }) => sensitive).map(({ name }) => name)).toEqual([
    'read_charge_locations',
    'read_location',
    'read_user_profile',
    'control_pin',
    'control_security',
    'control_trunk',
  ])
})
