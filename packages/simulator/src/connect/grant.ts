// Grants access: connects the vehicles and sends the person back with a code or a user id.

import { fetchCar } from '../api/fetched-car.ts'
import type { Simulation, SimulatorContext } from '../http/context.ts'
import type { Attempt } from '../memory/attempt.ts'
import { forgetLargeApprovals, remember } from '../memory/remember.ts'
import type { Approval, Connection, State, User } from '../memory/state.ts'
import { subscribeConnected } from '../memory/subscriptions.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import { codeLifetimeMs } from '../token/token-rules.ts'
import { randomId, randomUuid } from '../world/random-id.ts'
import { stableUuid } from '../world/stable-hash.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { approvalKey, userIdOf } from './approval.ts'
import { redirectBack } from './redirect-back.ts'
import { vehicleModeOf } from './vehicle-mode.ts'

// Consent to the newest brands of one person is remembered, not to all that they ever tried.
const approvalsLimit = 10

/** Connects vehicles with permissions and sends the person back. The approval is remembered. */
export function grantAccess(
  c: SimulatorContext,
  attempt: Attempt,
  vehicles: readonly Vehicle[],
  agreed: readonly string[],
): Promise<Response> {
  const { state } = c.env
  const { request } = attempt
  const nowMs = c.env.now()
  const permissions = grantedPermissions(agreed, scenarioNamed(request.scenario))
  const user = updateUser(state, attempt)
  const vehicleIds = vehicles.map(vehicle =>
    connectVehicle(c.env, attempt, user.id, vehicle, permissions, nowMs),
  )
  rememberApproval(user, approvalKey(attempt), { permissions: agreed, vehicleIds })
  // Few people have that many, so all others need not be counted.
  if (vehicleIds.length > 20) forgetLargeApprovals(state.users)

  const { externalId } = user
  const isTesla = vehicles.some(vehicle => vehicle.brandId === 'TESLA')
  return redirectBack(c, attempt, {
    kind: 'granted',
    userId: user.id,
    ...(externalId !== undefined && { externalId }),
    ...(isTesla && { virtualKeyUrl: 'https://www.tesla.com/_ak/simulator.example' }),
    ...(request.responseType === 'code' && {
      code: createCode(state, attempt, user.id, vehicleIds, permissions, nowMs),
    }),
  })
}

/** The user of the email that was signed in with, made for the first grant. */
function updateUser(state: State, attempt: Attempt): User {
  const { clientId, externalId } = attempt.request
  const id = userIdOf(attempt)
  const user: User = state.users.get(id) ?? { id, clientId, approvals: {} }
  if (externalId === null) delete user.externalId
  else if (externalId !== undefined) user.externalId = externalId
  remember(state, 'users', id, user)
  return user
}

function rememberApproval(user: User, key: string, approval: Approval): void {
  const others = Object.entries(user.approvals).filter(([other]) => other !== key)
  user.approvals = Object.fromEntries([...others.slice(1 - approvalsLimit), [key, approval]])
}

function connectVehicle(
  simulation: Simulation,
  { request }: Attempt,
  userId: string,
  vehicle: Vehicle,
  permissions: readonly string[],
  nowMs: number,
): string {
  const { state } = simulation
  const scenario = scenarioNamed(request.scenario)
  const vehicleId = stableUuid(`vehicle ${request.clientId} ${vehicle.vin}`)
  remember(state, 'vehicles', vehicleId, vehicle)
  // The days of a car begin when it is first connected.
  fetchCar(simulation, vehicleId, vehicle)
  const key = `${userId} ${vehicleId}`
  const connection: Connection = {
    id: stableUuid(`connection ${key}`),
    clientId: request.clientId,
    userId,
    vehicleId,
    permissions,
    mode: vehicleModeOf(request),
    createdAtMs: state.connections.get(key)?.createdAtMs ?? nowMs,
    connectedAtMs: nowMs,
    visibleAtMs: nowMs + (scenario.connectionsLagMs ?? 0),
    scenario: request.scenario,
    needsReauthentication: scenario.vehicle === 'needs-reauthentication',
  }
  remember(state, 'connections', key, connection)
  subscribeConnected(state, connection, nowMs)
  return vehicleId
}

function createCode(
  state: State,
  { request }: Attempt,
  userId: string,
  vehicleIds: string[],
  permissions: readonly string[],
  nowMs: number,
): string {
  const { clientId, redirectUri, scenario } = request
  const grantId = randomId()
  const code = randomUuid()
  remember(state, 'grants', grantId, {
    id: grantId,
    clientId,
    userId,
    vehicleIds,
    permissions,
    scenario,
  })
  const lifetimeMs = scenarioNamed(scenario).expiredCode ? 0 : codeLifetimeMs
  const expiresAtMs = nowMs + lifetimeMs
  remember(state, 'codes', code, { grantId, clientId, redirectUri, expiresAtMs, used: false })
  return code
}

function grantedPermissions(agreed: readonly string[], { granted }: Scenario): readonly string[] {
  if (granted === 'fewer') return agreed.slice(0, 1)
  return granted === 'more' ? [...new Set([...agreed, 'control_security'])] : agreed
}
