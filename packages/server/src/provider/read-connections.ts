// Asks the provider for connections (version 3), to learn whose vehicle it is without a code.

import { type Deadline, pauseWithin } from '../timing/deadline.ts'
import { getJson, type ProviderApi, readingDeadline } from './get-json.ts'
import { ProviderError } from './provider-error.ts'
import type { GrantedVehicle } from './read-grant.ts'

/** One connection as the provider lists it. */
export type ListedConnection = {
  /** The provider's id of the person. */
  userId: string
  /** The vehicle of the connection, with its permissions and its mode. */
  vehicle: GrantedVehicle
}

/** What connections are looked up by. */
export type ConnectionFilter = { externalId: string } | { userId: string }

const pageSize = 100
const maxPages = 10
const pausesMs = [500, 1000, 2000, 3000]

function valueAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)[name]
        : undefined,
    value,
  )
}

function connectionFrom(item: unknown): ListedConnection {
  const userId = valueAt(item, 'relationships', 'user', 'data', 'id')
  const id = valueAt(item, 'relationships', 'vehicle', 'data', 'id')
  const permissions = valueAt(item, 'attributes', 'permissions')
  const mode = valueAt(item, 'attributes', 'mode')
  const isList = Array.isArray(permissions) && permissions.every(name => typeof name === 'string')
  if (typeof userId !== 'string' || typeof id !== 'string' || !isList) {
    throw new ProviderError(
      'broken',
      'The provider lists a connection in another form than documented.',
    )
  }
  return { userId, vehicle: { id, permissions, ...(typeof mode === 'string' && { mode }) } }
}

async function readAllPages(
  api: ProviderApi,
  machineToken: string,
  filter: ConnectionFilter,
  deadline: Deadline,
): Promise<ListedConnection[]> {
  const query = new URLSearchParams({ 'page[size]': String(pageSize) })
  if ('userId' in filter) query.set('filter[userId]', filter.userId)
  else query.set('filter[user.externalId]', filter.externalId)
  const connections: ListedConnection[] = []
  for (let page = 1; page <= maxPages; page += 1) {
    query.set('page[number]', String(page))
    const path = `/v3/connections?${query}`
    const data = valueAt(await getJson(api, path, machineToken, deadline), 'data')
    if (!Array.isArray(data)) {
      throw new ProviderError('broken', 'The provider lists connections in an unknown form.')
    }
    connections.push(...data.map(connectionFrom))
    if (data.length < pageSize) break
  }
  return connections
}

/**
 * Reads connections and waits, at most seven seconds, until the provider lists a new one.
 *
 * @param isComplete says whether the list has what the caller waits for.
 * @param deadline the end of everything that is read for this grant.
 * @returns the last list, even when it is not complete.
 * @throws {ProviderError} when the provider refuses, stays busy or answers in an unknown form.
 */
export async function readConnections(
  api: ProviderApi,
  machineToken: string,
  filter: ConnectionFilter,
  isComplete: (connections: readonly ListedConnection[]) => boolean,
  deadline: Deadline = readingDeadline(),
): Promise<ListedConnection[]> {
  let connections = await readAllPages(api, machineToken, filter, deadline)
  for (const pauseMs of pausesMs) {
    if (isComplete(connections) || deadline.remainingMs() <= pauseMs) break
    await pauseWithin(deadline, pauseMs)
    connections = await readAllPages(api, machineToken, filter, deadline)
  }
  return connections
}
