// What the button of a preset chooses, and when it counts as chosen.

import { permissions } from 'smartcar-connect'
import { expect, test } from 'vitest'
import { en } from '../locales/en.ts'
import { isPresetChosen, scopePresets, withPreset } from './scope-presets.ts'

const theft = { id: 'theft', title: 'Theft alert', scope: ['read_location', 'read_vin'] }

test('has a title in the language of the labels for each kind of app', () => {
  const all = new Set(permissions.map(({ name }) => name))
  const titles = scopePresets(en.scope, all).map(({ title }) => title)
  expect(titles).toEqual(['Insurance', 'Energy', 'Car sharing', 'Roadside help'])
})

test('leaves out a preset that chooses what the app does not use', () => {
  const used = new Set(['control_charge', 'read_charge', 'read_battery', 'read_vin', 'read_fuel'])
  expect(scopePresets(en.scope, used).map(({ id }) => id)).toEqual(['energy'])
})

test('replaces what is chosen, and keeps what no preset can know', () => {
  const scope = ['read_fuel', 'control_ignition']
  expect(withPreset(scope, theft, ['control_ignition'])).toEqual([
    'read_location',
    'read_vin',
    'control_ignition',
  ])
})

test.each([
  ['exactly its permissions', ['read_vin', 'read_location'], [], true],
  ['one of them required', ['required:read_vin', 'read_location'], [], true],
  ['one more', ['read_vin', 'read_location', 'read_fuel'], [], false],
  ['one more that is locked', ['read_vin', 'read_location', 'read_fuel'], ['read_fuel'], true],
  ['one more that no preset can know', ['read_vin', 'read_location', 'x_new'], [], true],
  ['one less', ['read_vin'], [], false],
])('with %s chosen', (_case, scope, locked, isChosen) => {
  expect(isPresetChosen(scope, theft, locked, ['x_new'])).toBe(isChosen)
})
