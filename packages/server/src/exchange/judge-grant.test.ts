// Which grants may be given to the app: one judgement for every kind.

import { expect, test } from 'vitest'
import { judgeGrant } from './judge-grant.ts'
import type { UnverifiedGrant } from './posted-grant.ts'
import type { ProviderWord, RedeemedGrant, RequestedAccess } from './redemption.ts'

const kinds = ['code', 'user', 'vehicle'] as const

const verified: ProviderWord = {
  userId: 'ada',
  vehicles: [{ id: 'car', permissions: ['read_odometer', 'read_vin'], mode: 'live' }],
  isListed: true,
  connections: [],
  externalId: 'ours',
  vins: new Map(),
}

const scope = ['required:read_odometer', 'read_vin', 'read_battery']
const tokens = { accessToken: 'a', refreshToken: 'r', accessExpiresAtMs: 0, refreshExpiresAtMs: 0 }

function judge(
  change: Partial<ProviderWord>,
  unverified: UnverifiedGrant,
  requested: RequestedAccess,
  kind: RedeemedGrant['kind'] = 'user',
) {
  const word = { ...verified, ...change }
  const redeemed =
    kind === 'code' ? { kind, tokens, verified: word } : ({ kind, verified: word } as const)
  const verdict = judgeGrant(redeemed, unverified, requested)
  return verdict.ok ? 'ok' : verdict.problem
}

test('accepts what was asked, less an optional permission', () => {
  expect(judge({}, { userId: 'ada', vehicleId: 'car' }, { scope })).toBe('ok')
  expect(judge({}, {}, {})).toBe('ok')
  expect(judge({}, {}, { scope: [] })).toBe('ok')
  expect(judge({}, { externalId: 'ours' }, { externalId: 'ours' })).toBe('ok')
  expect(judge({}, {}, { externalId: 'ours', mode: 'live', vehicleId: 'car' })).toBe('ok')
})

// Every row is refused whatever the kind of grant is.
const refusals: [string, Partial<ProviderWord>, UnverifiedGrant, RequestedAccess, string][] = [
  ['a browser that names another user', {}, { userId: 'eve' }, {}, 'identity_mismatch'],
  ['a browser that names a prefix of the user', {}, { userId: 'ad' }, {}, 'identity_mismatch'],
  ['a browser that names another vehicle', {}, { vehicleId: 'other' }, {}, 'identity_mismatch'],
  [
    'a browser that names another external id',
    {},
    { externalId: 'theirs' },
    { externalId: 'ours' },
    'identity_mismatch',
  ],
  [
    'a grant that is listed under another external id',
    { externalId: null },
    {},
    { externalId: 'ours' },
    'identity_mismatch',
  ],
  ['another vehicle than was asked for', {}, {}, { vehicleId: 'other' }, 'identity_mismatch'],
  ['a VIN that is not told', {}, {}, { vin: 'WVWZZZ1KZAP000001' }, 'wrong_vehicle'],
  [
    'another VIN than was asked for',
    { vins: new Map([['car', 'WVWZZZ1KZAP000002']]) },
    {},
    { vin: 'WVWZZZ1KZAP000001' },
    'wrong_vehicle',
  ],
  [
    'a connection without a mode where one was asked for',
    { vehicles: [{ id: 'car', permissions: [] }] },
    {},
    { mode: 'live' },
    'not_told',
  ],
  [
    'no vehicles where a permission was required',
    { vehicles: [] },
    {},
    { scope },
    'insufficient_permissions',
  ],
  ['no vehicles where one VIN was asked for', { vehicles: [] }, {}, { vin: 'V' }, 'wrong_vehicle'],
  ['no vehicles at all', { vehicles: [] }, {}, {}, 'not_told'],
  [
    'a grant without a required permission',
    {},
    {},
    { scope: ['required:read_battery', 'read_odometer', 'read_vin'] },
    'insufficient_permissions',
  ],
  ['more than was asked', {}, {}, { scope: ['read_odometer'] }, 'unexpected_permissions'],
]

test.each(refusals.flatMap(row => kinds.map(kind => [kind, ...row] as const)))(
  'refuses in a grant of kind %s: %s',
  { tags: ['T31', 'T46'] },
  (kind, _, change, unverified, requested, problem) => {
    expect(judge(change, unverified, requested, kind)).toBe(problem)
  },
)

test('compares no external id where none was asked for', () => {
  expect(judge({}, { externalId: 'theirs' }, {})).toBe('ok')
  expect(judge({}, { externalId: 'theirs' }, { externalId: null })).toBe('ok')
})

test('cannot compare what version 2 does not tell: external id and mode', { tags: ['T46'] }, () => {
  const byToken = {
    isListed: false,
    externalId: null,
    vehicles: [{ id: 'car', permissions: [] }],
  }
  expect(judge(byToken, {}, { externalId: 'ours', mode: 'live' }, 'code')).toBe('ok')
  expect(judge(byToken, { externalId: 'theirs' }, { externalId: 'ours' }, 'code')).toBe(
    'identity_mismatch',
  )
})

test('looks at every vehicle', { tags: ['T31'] }, () => {
  const [first] = verified.vehicles
  const second = { id: 'second', permissions: ['read_vin'], mode: 'live' }
  const vehicles = first ? [first, second] : []
  expect(judge({ vehicles }, {}, { scope })).toBe('insufficient_permissions')
  const unclear = first ? [first, { id: 'second', permissions: first.permissions }] : []
  expect(judge({ vehicles: unclear }, {}, { mode: 'live' })).toBe('not_told')
})

test.each([
  ['live', 'simulated', 'wrong_mode'],
  ['simulated', 'live', 'wrong_mode'],
  ['live', 'live', 'ok'],
  ['test', 'simulated', 'ok'],
  ['live', undefined, 'not_told'],
  [undefined, 'simulated', 'ok'],
] as const)(
  'compares the mode: asked %s, granted %s',
  { tags: ['T31'] },
  (asked, mode, verdict) => {
    const vehicles = [{ id: 'car', permissions: [], ...(mode && { mode }) }]
    expect(judge({ vehicles }, {}, { ...(asked && { mode: asked }) })).toBe(verdict)
  },
)

test('takes a code for one VIN only, and a list that has it', { tags: ['T46'] }, () => {
  const vins = new Map([
    ['car', 'WVWZZZ1KZAP000001'],
    ['second', 'WVWZZZ1KZAP000002'],
  ])
  const vehicles = [
    { id: 'car', permissions: ['read_vin'] },
    { id: 'second', permissions: ['read_vin'] },
  ]
  const asked = { vin: 'wvwzzz1kzap000001' }
  expect(judge({ vins, vehicles }, {}, asked, 'code')).toBe('wrong_vehicle')
  expect(judge({ vins, vehicles: vehicles.slice(0, 1) }, {}, asked, 'code')).toBe('ok')
  expect(judge({ vins, vehicles }, {}, asked, 'user')).toBe('ok')
})
