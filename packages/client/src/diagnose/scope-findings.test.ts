// Misspelt permissions.

import { expect, test } from 'vitest'
import { permissions } from '../options/permissions.ts'
import { scopeFindings } from './scope-findings.ts'

test('every known permission is right, required or not', () => {
  const scope = permissions.flatMap(({ name }) => [name, `required:${name}`])
  expect(scopeFindings(scope)).toEqual([])
})

test.each([
  ['read_odometr', '"read_odometer"'],
  ['read_odmoeter', '"read_odometer"'],
  ['READ_ODOMETER', '"read_odometer"'],
  ['required:read_vehicle_inf', '"required:read_vehicle_info"'],
  ['odometer', '"read_odometer"'],
  ['read_battery_level', '"read_battery"'],
  ['read_vehicle', '"read_vehicle_info"'],
  ['require:read_vin', '"required:read_vin"'],
  ['Required:read_vin', '"required:read_vin"'],
  ['read-location', '"read_location"'],
])('%j is found, and %s is meant', (entry, meant) => {
  const [finding, ...more] = scopeFindings(['read_odometer', entry])
  expect(more).toEqual([])
  expect(finding).toMatchObject({ code: 'unknown_permission', severity: 'warning' })
  expect(finding?.message).toContain(`"${entry}"`)
  expect(finding?.advice).toContain(meant)
})

test.each(['read_everything', 'read_lock', 'x', '', 'required:'])('nothing is near %j', entry => {
  expect(scopeFindings([entry])[0]?.advice).not.toContain('Did you mean')
})
