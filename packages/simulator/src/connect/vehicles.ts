// /connect/vehicles: which vehicles, which permissions, and the decision.

import { html } from 'hono/html'
import type { SimulatorContext } from '../http/context.ts'
import { formOf } from '../http/context.ts'
import type { Attempt } from '../memory/attempt.ts'
import { connectTop } from '../pages/connect-top.ts'
import { noticePage } from '../pages/notice-page.ts'
import { vehiclesPage } from '../pages/vehicles-page.ts'
import { accountOf } from '../world/account.ts'
import type { Brand } from '../world/brands.ts'
import { type Vehicle, vehicleOf } from '../world/vehicle.ts'
import { leave, type OpenAttempt, seePage, withAttempt } from './attempt.ts'
import { approvalKey, finish, grant, userOf } from './finish.ts'
import { reauthenticate } from './reauthenticate.ts'
import { vehicleModeOf } from './vehicle-mode.ts'

/** Shows the decision, unless it was taken before and `approval_prompt` is `auto`. */
export function showVehicles(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, open => {
    const { attempt, brand } = open
    if (brand === undefined || attempt.email === undefined) {
      return seePage(c, attempt, '/connect/sign-in')
    }
    if (attempt.request.vehicleId !== undefined) return reauthenticate(c, attempt)
    const vehicles = vehiclesFor(attempt, brand)
    const approved = approvedBefore(c, attempt)
    if (approved.length > 0) {
      const names = attempt.request.permissions.map(({ name }) => name)
      return grant(c, attempt, approved, names)
    }
    return leave(c, attempt, 'vehicles', reviewPage(open, vehicles, false))
  })
}

/** Takes the decision. */
export function decide(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, open => {
    const { attempt, brand } = open
    if (brand === undefined || attempt.email === undefined) {
      return seePage(c, attempt, '/connect/sign-in')
    }
    const form = formOf(c)
    if (form.get('decision') !== 'allow') {
      return finish(c, attempt, { kind: 'error', error: 'access_denied' })
    }
    const { permissions, singleSelect } = attempt.request
    const vehicles = vehiclesFor(attempt, brand)
    const wanted = new Set(form.getAll('vehicle'))
    const chosen = vehicles.filter(({ vin }) => wanted.has(vin))
    if (chosen.length === 0) return reviewPage(open, vehicles, true)
    const agreed = new Set(form.getAll('permission'))
    const names = permissions
      .filter(({ name, required }) => required || agreed.has(name))
      .map(({ name }) => name)
    return grant(c, attempt, singleSelect ? chosen.slice(0, 1) : chosen, names)
  })
}

function reviewPage(
  { shown, attempt }: OpenAttempt,
  vehicles: readonly Vehicle[],
  noneChosen: boolean,
): Promise<Response> {
  const { permissions, singleSelect: single, singleSelectVin } = attempt.request
  if (vehicles.length > 0) return vehiclesPage(shown, { vehicles, permissions, single, noneChosen })
  const { words, basePath, session } = shown
  const again = `${basePath}/connect/sign-in?session=${encodeURIComponent(session)}`
  return noticePage({
    words,
    basePath,
    top: connectTop(shown, 3),
    title: words.noMatchTitle,
    body: words.noMatchBody(singleSelectVin ?? ''),
    more: html`<p><a class="button" href="${again}">${words.anotherAccount}</a></p>`,
  })
}

/** The vehicles of the account. A wanted VIN is in it, unless the login itself names another. */
function vehiclesFor(attempt: Attempt, brand: Brand): readonly Vehicle[] {
  const account = accountOf(attempt.email ?? '', brand, vehicleModeOf(attempt.request))
  const vehicles = account.kind === 'vehicles' ? account.vehicles : []
  const vin = attempt.request.singleSelectVin
  if (vin === undefined) return vehicles
  const matching = vehicles.filter(vehicle => vehicle.vin === vin)
  const namesAnother = /\.smartcar\.com$/i.test(attempt.email ?? '')
  return matching.length > 0 || namesAnother ? matching : [vehicleOf(vin, brand)]
}

/** The vehicles that were connected before with everything that is asked for now. */
function approvedBefore(c: SimulatorContext, attempt: Attempt): readonly Vehicle[] {
  const { request } = attempt
  if (request.approvalPrompt === 'force') return []
  const user = userOf(c, attempt)
  const approval = user.approvals[approvalKey(attempt)]
  const names = request.permissions.map(({ name }) => name)
  if (approval === undefined || !names.every(name => approval.permissions.includes(name))) return []
  const { state } = c.env
  const vehicles = approval.vehicleIds
    .filter(vehicleId => state.connections.has(`${user.id} ${vehicleId}`))
    .map(vehicleId => state.vehicles.get(vehicleId))
    .filter(vehicle => vehicle !== undefined)
    .filter(({ vin }) => request.singleSelectVin === undefined || vin === request.singleSelectVin)
  return request.singleSelect && vehicles.length > 1 ? [] : vehicles
}
