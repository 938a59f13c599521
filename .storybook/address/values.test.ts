// Tests of the values that an address holds beside Storybook's own.

import { expect, test } from 'vitest'
import { decodeValues, encodeValues } from './values.ts'

test('holds what Storybook leaves out, and nothing else', () => {
  const args = {
    children: 'Fahren Sie: los. ✓ a@b.c',
    scope: ['required:read_vin', 'read_fuel'],
    session: 'lost',
    disabled: true,
    onValueChange() {},
  }
  const encoded = encodeValues(args, {})
  expect(encoded).toMatch(/^[\w-]+$/)
  expect(decodeValues(encoded)).toEqual({ children: args.children, scope: args.scope })
})

test('is empty where nothing has been changed', () => {
  const initial = { children: 'a.b', scope: ['required:read_vin'] }
  expect(encodeValues({ ...initial }, initial)).toBe('')
  expect(encodeValues({ session: 'lost' }, initial)).toBe('')
})

test('drops what is no text, and survives what is no value at all', () => {
  const encoded = btoa(JSON.stringify({ children: { $$typeof: 1 }, list: [1], a: 'b.c' }))
  expect(decodeValues(encoded)).toEqual({ a: 'b.c' })
  for (const wrong of ['', '%', 'AAAA', btoa('null'), btoa('"a"')]) {
    expect(decodeValues(wrong), wrong).toEqual({})
  }
})

test('holds a text of any length, and drops one whose letters are damaged', () => {
  const args = { children: 'ü. '.repeat(200_000) }
  expect(decodeValues(encodeValues(args, {}))).toEqual(args)
  expect(decodeValues(btoa('{"children":"\xfc."}'))).toEqual({})
})
