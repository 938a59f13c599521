// /connect/vehicles: which vehicles, which permissions, and the decision.

import { formOf, type SimulatorContext } from '../http/context.ts'
import type { Attempt } from '../memory/attempt.ts'
import { noMatchPage } from '../pages/no-match-page.ts'
import { vehiclesPage } from '../pages/vehicles-page.ts'
import { accountOf, firstVehicle } from '../world/account.ts'
import type { Brand } from '../world/brands.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { type CurrentAttempt, onPage } from './attempt.ts'
import { grantAccess } from './grant.ts'
import { redirectBack } from './redirect-back.ts'
import { sendAtHop } from './send-at-hop.ts'
import { vehicleModeOf } from './vehicle-mode.ts'

/** Shows the vehicles and the permissions, to decide about. */
export function showVehicles(c: SimulatorContext): Promise<Response> {
  return onPage(c, 'vehicles', current => {
    const { permissions, singleSelect } = current.attempt.request
    const vehicles = vehiclesFor(current.attempt, current.brand)
    const offered = singleSelect ? vehicles.slice(0, 1) : vehicles
    const ticked = [...offered.map(({ vin }) => vin), ...permissions.map(({ name }) => name)]
    return sendAtHop(c, current.attempt, 'vehicles', reviewPage(current, vehicles, ticked))
  })
}

/**
 * Grants access to what was chosen, or sends the person back with `access_denied`. At least one
 * vehicle and one permission must stay ticked.
 */
export function decideAccess(c: SimulatorContext): Promise<Response> {
  return onPage(c, 'vehicles', current => {
    const { attempt, brand } = current
    const form = formOf(c)
    if (form.get('decision') !== 'allow') {
      return redirectBack(c, attempt, { kind: 'error', error: 'access_denied' })
    }
    const { permissions, singleSelect } = attempt.request
    const vehicles = vehiclesFor(attempt, brand)
    const ticked = [...form.getAll('vehicle'), ...form.getAll('permission')]
    const chosen = vehicles.filter(({ vin }) => ticked.includes(vin))
    if (chosen.length === 0) return reviewPage(current, vehicles, ticked, 'vehicle')
    const names = permissions
      .filter(({ name, required }) => required || ticked.includes(name))
      .map(({ name }) => name)
    if (names.length === 0 && permissions.length > 0) {
      return reviewPage(current, vehicles, ticked, 'permission')
    }
    return grantAccess(c, attempt, singleSelect ? chosen.slice(0, 1) : chosen, names)
  })
}

function reviewPage(
  { shown, attempt }: CurrentAttempt,
  vehicles: readonly Vehicle[],
  ticked: readonly string[],
  missing?: 'vehicle' | 'permission',
): Promise<Response> {
  const { permissions, singleSelect: single, singleSelectVin } = attempt.request
  if (vehicles.length === 0) return noMatchPage(shown, singleSelectVin ?? '')
  return vehiclesPage(shown, {
    vehicles,
    permissions,
    single,
    ticked: new Set(ticked),
    ...(missing !== undefined && { missing }),
  })
}

/** The vehicles of the account. A wanted VIN is in it, unless the login itself names another. */
function vehiclesFor(attempt: Attempt, brand: Brand): readonly Vehicle[] {
  const mode = vehicleModeOf(attempt.request)
  const account = accountOf(attempt.email ?? '', brand, mode)
  const vehicles = account.ok ? account.vehicles : []
  const vin = attempt.request.singleSelectVin
  if (vin === undefined) return vehicles
  const matching = vehicles.filter(vehicle => vehicle.vin === vin)
  const namesAnother = /\.smartcar\.com$/i.test(attempt.email ?? '')
  return matching.length > 0 || namesAnother ? matching : [firstVehicle(vin, brand, mode)]
}
