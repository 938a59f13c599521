// Asks the provider for connections (version 3), to learn whose vehicle it is without a code.

import { valueAt } from '../api/read-json.ts'
import { type Connection, readConnection } from '../api/resources.ts'
import { type Deadline, pauseWithin, type Sleep } from '../timing/deadline.ts'
import { getJson, type ProviderApi, readingDeadline } from './get-json.ts'
import { ProviderError } from './provider-error.ts'
import type { GrantedVehicle } from './read-grant.ts'

/** One connection as the provider lists it. */
export type ListedConnection = {
  /** The provider's id of the person. */
  userId: string
  /** The vehicle of the connection, with its permissions and its mode. */
  vehicle: GrantedVehicle
  /** All that the provider says about the connection. */
  connection: Connection
}

/** What connections are looked up by. */
export type ConnectionFilter = ({ externalId: string } | { userId: string }) & {
  /** The mode that was asked for; `test` is the older name of `simulated`. It is only looked at first. */
  mode?: 'live' | 'simulated' | 'test' | null | undefined
}

type ListedMode = 'live' | 'simulated'

// Not more, so that a page with every permission stays well below the size of an answer that is read.
const pageSize = 25
const maxItems = 1000
const pausesMs = [500, 1000, 2000, 3000]
// After the first connections are listed, the others follow soon or not at all.
const settlingPausesMs = [500, 1500]

/**
 * How far a list is.
 *
 * - `complete`: it has what the caller waits for.
 * - `settling`: it has something that is enough, and may lack what is new.
 * - `missing`: it lacks what the caller needs.
 */
export type ListProgress = 'complete' | 'settling' | 'missing'

function connectionFrom(item: unknown): ListedConnection {
  const connection = readConnection(item)
  if (connection === undefined || !Array.isArray(valueAt(item, 'attributes', 'permissions'))) {
    throw new ProviderError(
      'broken',
      'The provider lists a connection in another form than documented.',
    )
  }
  const { userId, permissions, vehicle } = connection
  const { id, mode } = vehicle
  return { userId, vehicle: { id, permissions, ...(mode && { mode }) }, connection }
}

async function readAllPages(
  api: ProviderApi,
  machineToken: string,
  filter: ConnectionFilter,
  mode: ListedMode,
  deadline: Deadline,
): Promise<ListedConnection[]> {
  const query = new URLSearchParams({ 'page[size]': String(pageSize) })
  if ('userId' in filter) query.set('filter[userId]', filter.userId)
  else query.set('filter[user.externalId]', filter.externalId)
  // Without this the provider lists live connections only.
  query.set('filter[vehicle.mode]', mode)
  const connections: ListedConnection[] = []
  let search: string | undefined = `?${query}`
  while (search !== undefined && connections.length < maxItems) {
    const answer = await getJson(api, `/v3/connections${search}`, machineToken, deadline)
    const data = valueAt(answer, 'data')
    if (!Array.isArray(data)) {
      throw new ProviderError('broken', 'The provider lists connections in an unknown form.')
    }
    connections.push(...data.map(connectionFrom))
    // An empty page ends a list that would lead on for ever.
    search = data.length === 0 ? undefined : nextSearch(api, answer)
  }
  return connections
}

/**
 * The query of the next page. Only the query is taken from the provider's link: the token must not
 * follow a link to another host.
 */
function nextSearch({ url }: ProviderApi, answer: unknown): string | undefined {
  const next = valueAt(answer, 'links', 'next')
  return typeof next === 'string' && URL.canParse(next, url.href)
    ? new URL(next, url).search
    : undefined
}

/** Adds connections that are not in the list yet. */
function merge(
  connections: readonly ListedConnection[],
  others: readonly ListedConnection[],
): ListedConnection[] {
  function isNew(other: ListedConnection): boolean {
    return !connections.some(
      ({ userId, vehicle }) => userId === other.userId && vehicle.id === other.vehicle.id,
    )
  }
  return [...connections, ...others.filter(isNew)]
}

/**
 * Reads connections and waits until the provider lists what the caller waits for: at most seven seconds,
 * and two seconds once there is enough.
 *
 * A list has one mode. Where the mode that was asked for does not have what the caller waits for, the
 * other one is read too, so that a vehicle of the wrong mode is recognized as one.
 *
 * @param progressOf says how far a list is.
 * @param deadline the end of everything that is read for this grant.
 * @param sleep waits before the list is read again; a timer unless given.
 * @returns the last list, even when it is not complete.
 * @throws {ProviderError} when the provider refuses, stays busy or answers in an unknown form.
 */
export async function readConnections(
  api: ProviderApi,
  machineToken: string,
  filter: ConnectionFilter,
  progressOf: (connections: readonly ListedConnection[]) => ListProgress,
  deadline: Deadline = readingDeadline(),
  sleep: Sleep = ms => pauseWithin(deadline, ms),
): Promise<ListedConnection[]> {
  const isLiveFirst = filter.mode !== 'simulated' && filter.mode !== 'test'
  const [first, second]: [ListedMode, ListedMode] = isLiveFirst
    ? ['live', 'simulated']
    : ['simulated', 'live']
  async function read(): Promise<ListedConnection[]> {
    const connections = await readAllPages(api, machineToken, filter, first, deadline)
    if (progressOf(connections) === 'complete') return connections
    return merge(connections, await readAllPages(api, machineToken, filter, second, deadline))
  }
  let connections = await read()
  let progress = progressOf(connections)
  const pauses = { missing: [...pausesMs], settling: [...settlingPausesMs] }
  while (progress !== 'complete') {
    const pauseMs = pauses[progress].shift()
    if (pauseMs === undefined || deadline.remainingMs() <= pauseMs) break
    await sleep(pauseMs)
    connections = await read()
    progress = progressOf(connections)
  }
  return connections
}
