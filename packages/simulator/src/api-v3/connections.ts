// The connections of version 3: list them, read one, end one.

import type { SimulatorContext } from '../http/context.ts'
import { removeConnection, visibleConnections } from '../memory/connections.ts'
import type { Connection } from '../memory/state.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import type { Fault } from '../world/fault.ts'
import { modeOfToday } from '../world/vehicle.ts'
import { answerV3, removedV3 } from './answer.ts'
import { answerList } from './answer-list.ts'
import { connectionDocument } from './connection-document.ts'
import { errorV3 } from './error.ts'
import { findMachineAccess } from './machine-access.ts'
import { notFound } from './not-found.ts'
import { readPage } from './page-links.ts'

const filterNames = ['filter[userId]', 'filter[vehicleId]', 'filter[user.externalId]'] as const

/**
 * GET /v3/connections, newest first and in pages. Without `filter[vehicle.mode]` simulated vehicles
 * are left out. A `sc-user-id` header counts as `filter[userId]`.
 */
export async function listConnections(c: SimulatorContext): Promise<Response> {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const query = c.get('url').searchParams
  const asked = readPage(query, 10)
  if (!asked.ok) return errorV3(asked.fault)
  const mode = query.get('filter[vehicle.mode]') ?? 'live'
  if (mode !== 'live' && mode !== 'simulated') return errorV3(unknownMode)
  const filters = filterNames.flatMap(name =>
    query.getAll(name).map(value => [name, value] as const),
  )
  const userId = c.req.header('sc-user-id')
  if (userId !== undefined && userId !== '') filters.push(['filter[userId]', userId])
  const { users } = c.env.state
  const fieldOf: Readonly<
    Record<(typeof filterNames)[number], (connection: Connection) => string | undefined>
  > = {
    'filter[userId]': connection => connection.userId,
    'filter[vehicleId]': connection => connection.vehicleId,
    'filter[user.externalId]': connection => users.get(connection.userId)?.externalId,
  }
  // Made once, as every connection of the application is held against them.
  const checks = filters.map(([name, value]) => {
    const fieldOfName = fieldOf[name]
    return (connection: Connection) => fieldOfName(connection) === value
  })
  const found = visibleConnections(
    c.env.state,
    access.clientId,
    c.env.now(),
    connection => checks.every(check => check(connection)) && modeOfToday(connection.mode) === mode,
  )
  const delayMs = longestDelayMs(found, c.env.state.scenario)
  if (delayMs > 0) await c.env.wait(delayMs)
  return answerList(c, asked.page, {
    path: '/connections',
    found,
    filters: [...filters, ['filter[vehicle.mode]', mode]],
    documentOf: connectionDocument,
    meta: { orderBy: 'createdAt', orderDirection: 'DESC' },
  })
}

// An app has its token of version 3 already, so only this list can keep a person waiting.
function longestDelayMs(found: readonly Connection[], current: string): number {
  return found.reduce(
    (ms, { scenario }) => Math.max(ms, scenarioOf(scenario, current).connectionsDelayMs ?? 0),
    0,
  )
}

/** GET /v3/connections/{id}. */
export function readConnection(c: SimulatorContext): Response {
  const found = findById(c)
  return found.ok ? answerV3({ data: connectionDocument(c, found.connection) }) : found.response
}

/** DELETE /v3/connections/{id}: disconnects the vehicle. */
export function deleteConnection(c: SimulatorContext): Response {
  const found = findById(c)
  if (!found.ok) return found.response
  removeConnection(c.env.state, found.connection)
  return removedV3()
}

function findById(
  c: SimulatorContext,
):
  | { readonly ok: true; readonly connection: Connection }
  | { readonly ok: false; readonly response: Response } {
  const access = findMachineAccess(c)
  if (!access.ok) return access
  const wanted = c.req.param('connectionId')
  const [connection] = visibleConnections(
    c.env.state,
    access.clientId,
    c.env.now(),
    ({ id }) => id === wanted,
  )
  return connection === undefined
    ? { ok: false, response: errorV3(notFound('connection')) }
    : { ok: true, connection }
}

const unknownMode: Fault = {
  type: 'VALIDATION',
  description: 'filter[vehicle.mode] must be live or simulated.',
}
