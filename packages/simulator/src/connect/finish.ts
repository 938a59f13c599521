// Ends an attempt: remembers what was granted and sends the person back to the application.

import type { SimulatorContext } from '../http/context.ts'
import type { Attempt } from '../memory/attempt.ts'
import { randomId } from '../memory/random-id.ts'
import { remember, type User } from '../memory/state.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import { codeLifetimeMs } from '../token/token-rules.ts'
import { stableUuid } from '../world/stable-hash.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { leave, seeOther } from './attempt.ts'
import { twistedParameters } from './redirect-fault.ts'
import { type Ending, redirectLocation, redirectParameters } from './redirect-parameters.ts'
import { vehicleModeOf } from './vehicle-mode.ts'

/** Sends the person back with an ending. The attempt is over: its pages no longer open. */
export function finish(c: SimulatorContext, attempt: Attempt, ending: Ending): Promise<Response> {
  c.env.state.attempts.delete(attempt.id)
  const { request } = attempt
  const twist = scenarioNamed(request.scenario).redirect
  const parameters = twistedParameters(redirectParameters(ending, request), twist, randomId())
  return leave(c, attempt, 'return', seeOther(redirectLocation(request, parameters)))
}

/** Connects vehicles with permissions and sends the person back with a code or a user id. */
export function grant(
  c: SimulatorContext,
  attempt: Attempt,
  vehicles: readonly Vehicle[],
  agreed: readonly string[],
): Promise<Response> {
  const { state } = c.env
  const { request } = attempt
  const scenario = scenarioNamed(request.scenario)
  const nowMs = c.env.now()
  const user = userOf(c, attempt)
  if (request.externalId === null) delete user.externalId
  else if (request.externalId !== undefined) user.externalId = request.externalId

  const permissions = spoilt(agreed, scenario.granted)
  const vehicleIds = vehicles.map(vehicle => {
    const vehicleId = stableUuid(`vehicle ${request.clientId} ${vehicle.vin}`)
    remember(state.vehicles, vehicleId, vehicle)
    const key = `${user.id} ${vehicleId}`
    remember(state.connections, key, {
      id: stableUuid(`connection ${key}`),
      clientId: request.clientId,
      userId: user.id,
      vehicleId,
      permissions,
      mode: vehicleModeOf(request),
      connectedAtMs: nowMs,
      visibleAtMs: nowMs + (scenario.connectionsLagMs ?? 0),
      scenario: request.scenario,
      needsReauthentication: scenario.vehicle === 'needs-reauthentication',
    })
    return vehicleId
  })
  user.approvals[approvalKey(attempt)] = { permissions: agreed, vehicleIds }

  const { externalId } = user
  const isTesla = vehicles.some(vehicle => vehicle.brandId === 'TESLA')
  const ending = {
    kind: 'granted',
    userId: user.id,
    ...(externalId !== undefined && { externalId }),
    ...(isTesla && { virtualKeyUrl: 'https://www.tesla.com/_ak/simulator.example' }),
  } as const
  if (request.responseType !== 'code') return finish(c, attempt, ending)

  const grantId = randomId()
  const code = randomId()
  remember(state.grants, grantId, {
    id: grantId,
    clientId: request.clientId,
    userId: user.id,
    vehicleIds,
    permissions,
    scenario: request.scenario,
  })
  remember(state.codes, code, {
    grantId,
    clientId: request.clientId,
    redirectUri: request.redirectUri,
    expiresAtMs: scenario.expiredCode ? nowMs : nowMs + codeLifetimeMs,
    used: false,
  })
  return finish(c, attempt, { ...ending, code })
}

/** The user of the address that was signed in with, made on first sight. */
export function userOf(c: SimulatorContext, attempt: Attempt): User {
  const { clientId } = attempt.request
  const id = stableUuid(`user ${clientId} ${(attempt.email ?? '').trim().toLowerCase()}`)
  const known = c.env.state.users.get(id)
  if (known !== undefined) return known
  const user: User = { id, clientId, approvals: {} }
  remember(c.env.state.users, id, user)
  return user
}

/** Under what an approval is remembered: consent to one brand says nothing about another. */
export function approvalKey(attempt: Attempt): string {
  return `${attempt.request.mode} ${attempt.brandId}`
}

function spoilt(agreed: readonly string[], how: 'fewer' | 'more' | undefined): readonly string[] {
  if (how === 'fewer') return agreed.slice(0, 1)
  return how === 'more' ? [...new Set([...agreed, 'control_security'])] : agreed
}
