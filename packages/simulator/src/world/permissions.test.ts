// The scope parameter.

import { expect, test } from 'vitest'
import { parseScope, permissionNames } from './permissions.ts'

test('knows the 28 permissions', () => {
  expect(new Set(permissionNames).size).toBe(28)
})

test('tells required from optional and takes a name it does not know', () => {
  expect(parseScope('required:read_vin  read_odometer control_ignition')).toEqual({
    ok: true,
    permissions: [
      { name: 'read_vin', required: true },
      { name: 'read_odometer', required: false },
      { name: 'control_ignition', required: false },
    ],
  })
})

test('takes a permission asked for twice once, as required if either was', () => {
  expect(parseScope('read_vin required:read_vin read_vin')).toEqual({
    ok: true,
    permissions: [{ name: 'read_vin', required: true }],
  })
})

test.each([
  'openid',
  'read_',
  'required:',
  'READ_VIN',
  'required:required:read_vin',
  'read_vin,read_fuel',
])('refuses %s', scope => {
  expect(parseScope(`read_odometer ${scope}`)).toEqual({ ok: false, unknown: scope })
})
