// How a tick, the box *Required* and a lock change the scope.

import { expect, test } from 'vitest'
import { choicesOf, sameNames, withLocked, withPermission, withRequired } from './scope-value.ts'

test('adds a permission behind the others and keeps their order and spelling', () => {
  expect(withPermission(['required:read_vin', 'x_new'], 'read_fuel', true)).toEqual([
    'required:read_vin',
    'x_new',
    'read_fuel',
  ])
})

test('leaves a permission that is there already as it is', () => {
  const scope = ['required:read_vin']
  expect(withPermission(scope, 'read_vin', true)).toBe(scope)
})

test('removes a permission, required or not', () => {
  const scope = ['read_vin', 'required:read_vin', 'read_fuel']
  expect(withPermission(scope, 'read_vin', false)).toEqual(['read_fuel'])
})

test('makes a permission required and optional again in its place', () => {
  const required = withRequired(['read_vin', 'read_fuel'], 'read_vin', true)
  expect(required).toEqual(['required:read_vin', 'read_fuel'])
  expect(withRequired(required, 'read_vin', false)).toEqual(['read_vin', 'read_fuel'])
})

test('adds a permission that is made required', () => {
  expect(withRequired([], 'read_vin', true)).toEqual(['required:read_vin'])
})

test('keeps locked permissions in, exactly as locked', () => {
  expect(withLocked(['read_fuel', 'read_vin'], ['required:read_vin'])).toEqual([
    'required:read_vin',
    'read_fuel',
  ])
  const held = ['read_fuel', 'required:read_vin']
  expect(withLocked(held, ['required:read_vin'])).toBe(held)
})

test('locked twice, a permission is in the value once, and required if either entry is', () => {
  const locked = ['read_vin', 'required:read_vin']
  const held = withLocked(['read_fuel'], locked)
  expect(held).toEqual(['required:read_vin', 'read_fuel'])
  expect(withLocked(held, locked)).toBe(held)
  expect(withLocked([], ['read_vin', 'read_vin'])).toEqual(['read_vin'])
})

test('named twice, a permission is required if either says so', () => {
  const choice = { checked: true, required: true }
  expect(choicesOf(['required:read_vin', 'read_vin']).get('read_vin')).toEqual(choice)
  expect(choicesOf(['read_vin', 'required:read_vin']).get('read_vin')).toEqual(choice)
})

test('compares names, whatever their order and whether required or not', () => {
  expect(sameNames(['read_vin', 'read_fuel'], ['required:read_fuel', 'read_vin'])).toBe(true)
  expect(sameNames(['read_vin'], ['read_vin', 'read_fuel'])).toBe(false)
  expect(sameNames(['read_vin', 'read_tires'], ['read_vin', 'read_fuel'])).toBe(false)
})
