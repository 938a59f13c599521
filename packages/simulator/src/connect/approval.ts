// What a person agreed to before, so that they need not be asked again.

import type { Attempt } from '../memory/attempt.ts'
import type { State } from '../memory/state.ts'
import { stableUuid } from '../world/stable-hash.ts'
import type { Vehicle } from '../world/vehicle.ts'

/** The id of the application's user: always the same for the email that was signed in with. */
export function userIdOf({ request, email = '' }: Attempt): string {
  return stableUuid(`user ${request.clientId} ${email.trim().toLowerCase()}`)
}

/**
 * The key that an approval is stored under: the mode and the brand, because consent to one brand says
 * nothing about another.
 */
export function approvalKey({ request, brandId }: Attempt): string {
  return `${request.mode} ${brandId}`
}

/**
 * The vehicles that the person connected before with everything that is asked for now. None with
 * `approval_prompt=force`, and none if a single one has to be chosen among several.
 */
export function approvedVehicles(state: State, attempt: Attempt): readonly Vehicle[] {
  const { request } = attempt
  if (attempt.email === undefined || request.approvalPrompt === 'force') return []
  const user = state.users.get(userIdOf(attempt))
  const approval = user?.approvals[approvalKey(attempt)]
  const names = request.permissions.map(({ name }) => name)
  if (user === undefined || approval === undefined) return []
  if (!names.every(name => approval.permissions.includes(name))) return []
  const vehicles = approval.vehicleIds
    .filter(vehicleId => state.connections.has(`${user.id} ${vehicleId}`))
    .map(vehicleId => state.vehicles.get(vehicleId))
    .filter(vehicle => vehicle !== undefined)
    .filter(({ vin }) => request.singleSelectVin === undefined || vin === request.singleSelectVin)
  return request.singleSelect && vehicles.length > 1 ? [] : vehicles
}
