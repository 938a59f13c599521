// Asks the provider for connections, version 3: the answer to whose car it is without a code.
import { type GrantedVehicle, getJson, type ProviderApi } from './provider-api.ts'
import { ProviderError } from './provider-error.ts'

/** One connection as the provider lists it. */
export type ListedConnection = { userId: string; vehicle: GrantedVehicle }

/** By what connections are looked for. */
export type ConnectionFilter = { externalId: string } | { userId: string }

const pageSize = 100
const maxPages = 10
const lagPausesMs = [500, 1000, 2000, 3000]

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)[name]
        : undefined,
    value,
  )
}

function connectionOf(item: unknown): ListedConnection {
  const userId = at(item, 'relationships', 'user', 'data', 'id')
  const id = at(item, 'relationships', 'vehicle', 'data', 'id')
  const permissions = at(item, 'attributes', 'permissions')
  const mode = at(item, 'attributes', 'mode')
  const isList = Array.isArray(permissions) && permissions.every(name => typeof name === 'string')
  if (typeof userId !== 'string' || typeof id !== 'string' || !isList) {
    throw new ProviderError(
      'broken',
      'The provider lists a connection in another form than documented.',
    )
  }
  return { userId, vehicle: { id, permissions, ...(typeof mode === 'string' && { mode }) } }
}

async function readOnce(
  api: ProviderApi,
  machineToken: string,
  filter: ConnectionFilter,
): Promise<ListedConnection[]> {
  const query = new URLSearchParams({ 'page[size]': String(pageSize) })
  if ('userId' in filter) query.set('filter[userId]', filter.userId)
  else query.set('filter[user.externalId]', filter.externalId)
  const found: ListedConnection[] = []
  for (let page = 1; page <= maxPages; page += 1) {
    query.set('page[number]', String(page))
    const data = at(await getJson(api, `/v3/connections?${query}`, machineToken), 'data')
    if (!Array.isArray(data)) {
      throw new ProviderError('broken', 'The provider lists connections in an unknown form.')
    }
    found.push(...data.map(connectionOf))
    if (data.length < pageSize) break
  }
  return found
}

/**
 * Reads connections and waits, at most seven seconds, for a new one to be listed.
 *
 * @param isEnough whether the list has what is waited for.
 * @returns the last list, also when it is not enough.
 * @throws {ProviderError}
 */
export async function readConnections(
  api: ProviderApi,
  machineToken: string,
  filter: ConnectionFilter,
  isEnough: (found: readonly ListedConnection[]) => boolean,
): Promise<ListedConnection[]> {
  let found = await readOnce(api, machineToken, filter)
  for (const pauseMs of lagPausesMs) {
    if (isEnough(found)) break
    await new Promise(resolve => setTimeout(resolve, pauseMs))
    found = await readOnce(api, machineToken, filter)
  }
  return found
}
