// Which grants may be stored.
import { expect, test } from 'vitest'
import { judgeGrant } from './judge-grant.ts'

const verified = {
  userId: 'ada',
  vehicles: [{ id: 'car', permissions: ['read_odometer', 'read_vin'] }],
}
const scope = ['required:read_odometer', 'read_vin', 'read_battery']

test('accepts what was asked, less an optional permission', () => {
  expect(judgeGrant(verified, { userId: 'ada', vehicleId: 'car' }, { scope })).toBeUndefined()
  expect(judgeGrant(verified, {}, {})).toBeUndefined()
  expect(judgeGrant(verified, {}, { scope: [] })).toBeUndefined()
})

test.each([
  ['another user', { userId: 'eve' }],
  ['a prefix of the user', { userId: 'ad' }],
  ['another vehicle', { vehicleId: 'other' }],
  ['another external id', { externalId: 'theirs' }],
])('refuses a browser that names %s', { tags: ['T01'] }, (_, unverified) => {
  expect(judgeGrant(verified, unverified, { externalId: 'ours' })).toBe('identity_mismatch')
})

test('refuses a grant without a required permission', { tags: ['T31'] }, () => {
  const asked = { scope: ['required:read_battery', 'read_odometer', 'read_vin'] }
  expect(judgeGrant(verified, {}, asked)).toBe('insufficient_permissions')
})

test('refuses a grant with more than was asked', { tags: ['T31'] }, () => {
  expect(judgeGrant(verified, {}, { scope: ['read_odometer'] })).toBe('unexpected_permissions')
})

test('looks at every vehicle', { tags: ['T31'] }, () => {
  const second = { id: 'second', permissions: ['read_vin'] }
  const two = { ...verified, vehicles: [...verified.vehicles, second] }
  expect(judgeGrant(two, {}, { scope })).toBe('insufficient_permissions')
})

test.each([
  ['live', 'simulated', 'wrong_mode'],
  ['simulated', 'live', 'wrong_mode'],
  ['live', 'live', undefined],
  ['test', 'simulated', undefined],
  ['live', undefined, undefined],
] as const)('compares the mode: asked %s, granted %s', { tags: ['T31'] }, (asked, mode, fault) => {
  const vehicle = { id: 'car', permissions: [], ...(mode && { mode }) }
  expect(judgeGrant({ userId: 'ada', vehicles: [vehicle] }, {}, { mode: asked })).toBe(fault)
})
