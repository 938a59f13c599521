// Which grants may be given to the app.

import { expect, test } from 'vitest'
import type { VerifiedGrant } from '../provider/read-grant.ts'
import { judgeGrant } from './judge-grant.ts'
import type { UnverifiedGrant } from './posted-grant.ts'
import type { RequestedAccess } from './redemption.ts'

const verified = {
  userId: 'ada',
  vehicles: [{ id: 'car', permissions: ['read_odometer', 'read_vin'] }],
}

const scope = ['required:read_odometer', 'read_vin', 'read_battery']

function judge(grant: VerifiedGrant, unverified: UnverifiedGrant, requested: RequestedAccess) {
  const verdict = judgeGrant({ kind: 'user', verified: grant }, unverified, requested)
  return verdict.ok ? 'ok' : verdict.problem
}

test('accepts what was asked, less an optional permission', () => {
  expect(judge(verified, { userId: 'ada', vehicleId: 'car' }, { scope })).toBe('ok')
  expect(judge(verified, {}, {})).toBe('ok')
  expect(judge(verified, {}, { scope: [] })).toBe('ok')
  expect(judge(verified, { externalId: 'ours' }, { externalId: 'ours' })).toBe('ok')
  expect(judge(verified, {}, { externalId: 'ours' })).toBe('ok')
})

test.each([
  ['another user', { userId: 'eve' }],
  ['a prefix of the user', { userId: 'ad' }],
  ['another vehicle', { vehicleId: 'other' }],
  ['another external id', { externalId: 'theirs' }],
])('refuses a browser that names %s', { tags: ['T01'] }, (_, unverified) => {
  expect(judge(verified, unverified, { externalId: 'ours' })).toBe('identity_mismatch')
})

test('compares no external id where none was asked for', () => {
  expect(judge(verified, { externalId: 'theirs' }, {})).toBe('ok')
  expect(judge(verified, { externalId: 'theirs' }, { externalId: null })).toBe('ok')
})

test('refuses a grant without a required permission', { tags: ['T31'] }, () => {
  const requested = { scope: ['required:read_battery', 'read_odometer', 'read_vin'] }
  expect(judge(verified, {}, requested)).toBe('insufficient_permissions')
})

test('refuses a grant with more than was asked', { tags: ['T31'] }, () => {
  expect(judge(verified, {}, { scope: ['read_odometer'] })).toBe('unexpected_permissions')
})

test('looks at every vehicle', { tags: ['T31'] }, () => {
  const second = { id: 'second', permissions: ['read_vin'] }
  const two = { ...verified, vehicles: [...verified.vehicles, second] }
  expect(judge(two, {}, { scope })).toBe('insufficient_permissions')
})

test.each([
  ['live', 'simulated', 'wrong_mode'],
  ['simulated', 'live', 'wrong_mode'],
  ['live', 'live', 'ok'],
  ['test', 'simulated', 'ok'],
  ['live', undefined, 'ok'],
  [undefined, 'simulated', 'ok'],
] as const)(
  'compares the mode: asked %s, granted %s',
  { tags: ['T31'] },
  (asked, mode, verdict) => {
    const vehicle = { id: 'car', permissions: [], ...(mode && { mode }) }
    const requested = { ...(asked && { mode: asked }) }
    expect(judge({ userId: 'ada', vehicles: [vehicle] }, {}, requested)).toBe(verdict)
  },
)

test.each([
  ['the vehicle of the session', { vehicleId: 'car' }, true],
  ['another vehicle', { vehicleId: 'other' }, false],
  ['a vehicle in a session for none', { vehicleId: null }, false],
  ['any vehicle where no session was started', {}, true],
])('judges a new sign-in to %s', { tags: ['T01'] }, (_, requested, ok) => {
  expect(judgeGrant({ kind: 'vehicle', vehicleId: 'car' }, {}, requested).ok).toBe(ok)
})
