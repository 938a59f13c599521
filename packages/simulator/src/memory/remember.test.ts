// What is remembered, and for how long.

import { expect, test } from 'vitest'
import { grantedVehiclesLimit, limits, remember } from './remember.ts'
import { emptyState, type State } from './state.ts'

const { machineTokens: limit } = limits

function rememberToken(state: State, key: string, expiresAtMs = 0): void {
  remember(state, 'machineTokens', key, { clientId: 'client', expiresAtMs })
}

function rememberGrant(state: State, id: string, vehicles: number): void {
  const vehicleIds = Array.from({ length: vehicles }, (_, index) => `${index}`)
  const rest = { clientId: 'client', userId: 'user', permissions: [], scenario: 'happy' }
  remember(state, 'grants', id, { id, vehicleIds, ...rest })
}

test('forgets the oldest beyond the limit', () => {
  const state = emptyState('happy')
  for (let index = 0; index < limit + 2; index += 1) rememberToken(state, `${index}`)
  expect(state.machineTokens.size).toBe(limit)
  expect([...state.machineTokens.keys()].slice(0, 1)).toEqual(['2'])
})

test('forgets nothing when something known changes, and counts it as new', () => {
  const state = emptyState('happy')
  for (let index = 0; index < limit; index += 1) rememberToken(state, `${index}`)
  rememberToken(state, '0', 7)
  expect(state.machineTokens.size).toBe(limit)
  rememberToken(state, 'another')
  expect(state.machineTokens.get('0')?.expiresAtMs).toBe(7)
  expect(state.machineTokens.has('1')).toBe(false)
})

test('grants of many vehicles do not add up without bound', () => {
  const state = emptyState('happy')
  for (let index = 0; index < 100; index += 1) rememberGrant(state, `${index}`, 999)
  rememberGrant(state, 'newest', 999)
  const kept = [...state.grants.values()].reduce((sum, grant) => sum + grant.vehicleIds.length, 0)
  expect(kept).toBeLessThanOrEqual(grantedVehiclesLimit)
  expect(state.grants.has('newest')).toBe(true)
})
