// How much is remembered: the newest of everything, so that memory stays bounded.

import type { Grant } from './grant.ts'
import type { State, User } from './state.ts'

/** What is remembered in maps, by the name of the map. */
type MapName = {
  [Name in keyof State]: State[Name] extends Map<string, unknown> ? Name : never
}[keyof State]

type ValueOf<Name extends MapName> = State[Name] extends Map<string, infer Value> ? Value : never

/** How many entries of each map are kept. People on their way bring long texts of their own. */
export const limits: Readonly<Record<MapName, number>> = {
  attempts: 1_000,
  endedLooks: 1_000,
  codes: 5_000,
  grants: 5_000,
  accessTokens: 5_000,
  refreshTokens: 5_000,
  machineTokens: 5_000,
  connections: 10_000,
  users: 5_000,
  vehicles: 10_000,
  cars: 10_000,
  fetchedCars: 10_000,
  buckets: 1_000,
  monthlyCalls: 10_000,
  webhooks: 100,
  subscriptions: 2_000,
  // Each holds a whole document, of some 20 kB.
  pendingDeliveries: 300,
}

/** How many vehicles the kept grants name in all; one person may have 999. */
export const grantedVehiclesLimit = 20_000

/** How many vehicles the remembered approvals name in all; one person may have ten times 999. */
export const approvedVehiclesLimit = 20_000

/** Remembers an entry as the newest one, and forgets the oldest entries beyond the limit. */
export function remember<Name extends MapName>(
  state: State,
  name: Name,
  key: string,
  value: ValueOf<Name>,
): void {
  const map = state[name] as Map<string, ValueOf<Name>>
  // What is set again moves to the end: it is in use, so it is not the oldest any more.
  map.delete(key)
  map.set(key, value)
  forgetOldest(map, limits[name])
  if (name === 'grants') forgetLargeGrants(state.grants)
}

function forgetOldest(map: Map<string, unknown>, limit: number): void {
  for (const key of map.keys()) {
    if (map.size <= limit) return
    map.delete(key)
  }
}

function forgetLargeGrants(grants: Map<string, Grant>): void {
  let vehicles = 0
  for (const { vehicleIds } of grants.values()) vehicles += vehicleIds.length
  for (const [id, { vehicleIds }] of grants) {
    if (vehicles <= grantedVehiclesLimit) return
    grants.delete(id)
    vehicles -= vehicleIds.length
  }
}

/** Forgets approvals of the oldest users beyond the limit: those people are asked again. */
export function forgetLargeApprovals(users: ReadonlyMap<string, User>): void {
  let vehicles = 0
  for (const user of users.values()) vehicles += approvedBy(user)
  for (const user of users.values()) {
    if (vehicles <= approvedVehiclesLimit) return
    vehicles -= approvedBy(user)
    user.approvals = {}
  }
}

function approvedBy({ approvals }: User): number {
  return Object.values(approvals).reduce((sum, { vehicleIds }) => sum + vehicleIds.length, 0)
}
