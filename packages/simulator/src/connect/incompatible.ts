// /connect/incompatible: a car that is not supported, and whether the application may know which.

import { formOf, type SimulatorContext } from '../http/context.ts'
import { incompatiblePage } from '../pages/incompatible-page.ts'
import { accountOf } from '../world/account.ts'
import { makeVin, type Vehicle, vehicleOf } from '../world/vehicle.ts'
import { type CurrentAttemptWithBrand, onPage } from './attempt.ts'
import { redirectBack } from './redirect-back.ts'
import { sendAtHop } from './send-at-hop.ts'
import { vehicleModeOf } from './vehicle-mode.ts'

/** Shows which car it was and asks. */
export function showIncompatible(c: SimulatorContext): Promise<Response> {
  return onPage(c, 'incompatible', current => {
    const page = incompatiblePage(current.shown, unsupportedVehicle(current))
    // This page stands where the vehicles page would be, so it is sent as that hop.
    return sendAtHop(c, current.attempt, 'vehicles', page)
  })
}

/** Sends the person back with the error, and with the car's details only after a clear yes. */
export function answerIncompatible(c: SimulatorContext): Promise<Response> {
  return onPage(c, 'incompatible', current => {
    const isShared = formOf(c).get('decision') === 'share'
    return redirectBack(c, current.attempt, {
      kind: 'error',
      error: 'vehicle_incompatible',
      ...(isShared && { vehicle: unsupportedVehicle(current) }),
    })
  })
}

function unsupportedVehicle({ attempt, brand }: CurrentAttemptWithBrand): Vehicle {
  const { request, email = '' } = attempt
  const mode = vehicleModeOf(request)
  const account = accountOf(email, brand, mode)
  const named = account.ok ? account.vehicles[0] : account.vehicle
  return named ?? vehicleOf(makeVin(brand, email, 1, mode), brand)
}
