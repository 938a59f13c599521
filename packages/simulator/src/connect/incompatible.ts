// /connect/incompatible: a car that is not supported, and whether the application may know which.

import type { SimulatorContext } from '../http/context.ts'
import { formOf } from '../http/context.ts'
import { incompatiblePage } from '../pages/incompatible-page.ts'
import { accountOf } from '../world/account.ts'
import { makeVin, type Vehicle, vehicleOf } from '../world/vehicle.ts'
import { leave, type OpenAttempt, seePage, withAttempt } from './attempt.ts'
import { finish } from './finish.ts'
import { vehicleModeOf } from './vehicle-mode.ts'

/** Shows which car it was and asks. */
export function showIncompatible(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, open => {
    const vehicle = unsupported(open)
    if (vehicle === undefined) return seePage(c, open.attempt, '/connect/sign-in')
    return leave(c, open.attempt, 'vehicles', incompatiblePage(open.shown, vehicle))
  })
}

/** Goes back with `vehicle_incompatible`, and with the details only after a clear yes. */
export function leaveIncompatible(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, open => {
    const vehicle = unsupported(open)
    const share = formOf(c).get('decision') === 'share'
    return finish(c, open.attempt, {
      kind: 'error',
      error: 'vehicle_incompatible',
      ...(share && vehicle !== undefined && { vehicle }),
    })
  })
}

function unsupported({ attempt, brand }: OpenAttempt): Vehicle | undefined {
  if (brand === undefined || attempt.email === undefined) return undefined
  const mode = vehicleModeOf(attempt.request)
  const account = accountOf(attempt.email, brand, mode)
  const named = account.kind === 'error' ? account.vehicle : account.vehicles[0]
  return named ?? vehicleOf(makeVin(brand, attempt.email, 1, mode), brand)
}
