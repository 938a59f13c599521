// A scope in words, for a page that tells people before they are asked.

import { permissions } from 'smartcar-connect'
import { expect, test } from 'vitest'
import { da } from '../locales/da.ts'
import { de } from '../locales/de.ts'
import { scopeWords } from './scope-words.ts'

function titles(...args: Parameters<typeof scopeWords>): readonly string[] {
  return scopeWords(...args).map(({ title }) => title)
}

test('an entry without a name is no permission', () => {
  expect(scopeWords(['', 'required:'])).toEqual([])
})

test('says each permission once, what is seen before what is done', () => {
  const scope = ['control_charge', 'required:read_vin', 'read_vin', 'read_location']
  expect(scopeWords(scope)).toEqual([
    {
      name: 'read_location',
      access: 'read',
      topic: 'driving',
      title: 'Location',
      description: 'Where the car is',
      sensitive: true,
      required: false,
    },
    expect.objectContaining({ title: 'VIN', sensitive: false, required: true }),
    expect.objectContaining({ title: 'Control charging', required: false }),
  ])
})

test('speaks the language of the labels', () => {
  expect(titles(['required:read_vin', 'control_charge'], de)).toEqual(['FIN', 'Laden steuern'])
})

test('says a permission that it does not know by its name, behind those of the same kind', () => {
  expect(titles(['read_aaa', 'control_ignition', 'read_vin', 'control_trunk'])).toEqual([
    'VIN',
    'read_aaa',
    'Open the boot',
    'control_ignition',
  ])
})

test('sorts titles as the language does, and not by hidden names', () => {
  const read = permissions.filter(({ access }) => access === 'read').map(({ name }) => name)
  const german = titles(read, de)
  expect(german).toEqual([...german].sort(new Intl.Collator('de').compare))
  const [first, ...rest] = ['read_vin', 'read_fuel', 'read_tires'] as const
  // In Danish Å comes after Z, in German beside A.
  const scope = {
    ...da.scope,
    permissions: {
      ...da.scope.permissions,
      [first]: { title: 'Å', description: '-' },
      [rest[0]]: { title: 'Z', description: '-' },
      [rest[1]]: { title: 'B', description: '-' },
    },
  }
  expect(titles([first, ...rest], { language: 'da', scope })).toEqual(['B', 'Z', 'Å'])
  expect(titles([first, ...rest], { language: 'de', scope })).toEqual(['Å', 'B', 'Z'])
})
