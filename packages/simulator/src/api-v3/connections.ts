// The connections of version 3: list them, end one.

import { errorV2 } from '../api-v2/error.ts'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { removeConnection } from '../memory/connections.ts'
import type { Connection, State } from '../memory/state.ts'
import { randomUuid } from '../world/random-id.ts'
import { findMachineAccess } from './machine-access.ts'

/**
 * GET /v3/connections, filtered by user, vehicle or the user's external id, in pages. Connections
 * that still lag are left out.
 */
export function listConnections(c: SimulatorContext): Response {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const query = c.get('url').searchParams
  const page = wholeNumber(query.get('page[number]') ?? '1', 100_000)
  const size = wholeNumber(query.get('page[size]') ?? '10', 100)
  if (page === undefined || size === undefined) {
    const description = 'page[number] must be a number from 1, page[size] one from 1 to 100.'
    return errorV2({ type: 'VALIDATION', code: 'PARAMETER', description })
  }
  const { state } = c.env
  const nowMs = c.env.now()
  const wanted: readonly [name: string, of: (connection: Connection) => string | undefined][] = [
    ['filter[userId]', ({ userId }) => userId],
    ['filter[vehicleId]', ({ vehicleId }) => vehicleId],
    ['filter[user.externalId]', ({ userId }) => state.users.get(userId)?.externalId],
  ]
  const found = [...state.connections.values()].filter(
    connection =>
      connection.clientId === access.clientId &&
      connection.visibleAtMs <= nowMs &&
      wanted.every(([name, of]) => !query.has(name) || query.get(name) === of(connection)),
  )
  return jsonResponse(
    {
      data: found
        .slice((page - 1) * size, page * size)
        .map(connection => connectionDocument(state, connection)),
      meta: { page, pageSize: size, totalCount: found.length },
      links: pageLinks(c.get('url'), page, Math.max(1, Math.ceil(found.length / size))),
    },
    200,
    { 'SC-Request-Id': randomUuid() },
  )
}

/** DELETE /v3/connections/{id}. */
export function deleteConnection(c: SimulatorContext): Response {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const connectionId = c.req.param('connectionId')
  const connection = [...c.env.state.connections.values()].find(
    ({ id, clientId }) => id === connectionId && clientId === access.clientId,
  )
  if (connection === undefined) {
    const description = 'The application has no connection with this id.'
    return errorV2({ type: 'RESOURCE_NOT_FOUND', description })
  }
  removeConnection(c.env.state, connection)
  return new Response(null, { status: 204, headers: { 'SC-Request-Id': randomUuid() } })
}

function connectionDocument(state: State, connection: Connection): unknown {
  const { id, userId, vehicleId, permissions, mode, connectedAtMs } = connection
  const vehicle = state.vehicles.get(vehicleId)
  const externalId = state.users.get(userId)?.externalId
  return {
    id,
    type: 'connection',
    attributes: {
      connectedAt: new Date(connectedAtMs).toISOString(),
      permissions,
      mode,
      vehicle: vehicle && {
        make: vehicle.make,
        model: vehicle.model,
        year: vehicle.year,
        powertrainType: vehicle.powertrain,
        mode,
      },
      user: { externalId: externalId ?? null },
    },
    relationships: {
      user: { data: { id: userId, type: 'user' } },
      vehicle: { data: { id: vehicleId, type: 'vehicle' } },
    },
    links: { self: `/connections/${id}` },
  }
}

function pageLinks(url: URL, page: number, last: number): Readonly<Record<string, string | null>> {
  function link(number: number): string {
    const query = new URLSearchParams(url.searchParams)
    query.set('page[number]', String(number))
    return `/connections?${query}`
  }
  return {
    self: link(page),
    first: link(1),
    previous: page > 1 ? link(page - 1) : null,
    next: page < last ? link(page + 1) : null,
    last: link(last),
  }
}

function wholeNumber(text: string, most: number): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}
