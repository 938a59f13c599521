// Which connection of a page a session belongs to, in a form that a later page can compare.

import type { EndpointOptions } from '../options/connect-options.ts'
import { hashOf } from '../state/read-state.ts'
import type { AnyConnection } from '../watched.ts'

/** A connection's place among those that are alike, in the order in which the watching began. */
type Place = readonly [index: number, count: number]

/** The mark of a connection. It holds hashes, so that no option is stored. */
export type ConnectionMark = {
  /** SHA-256 of the options that every connection of this kind has. */
  kind: string
  /** SHA-256 of `kind`, `instanceId` and `state`. */
  instance: string
  /** Its place among the connections of its kind. */
  placeInKind: Place
  /** Its place among those with the same `instance`. It is the only one if the app tells them apart. */
  place: Place
}

/** The mark of a connection on a page with these. */
export async function markOf(
  connection: AnyConnection,
  watched: Iterable<AnyConnection>,
): Promise<ConnectionMark> {
  const marks = await marksOf(watched)
  const own = await hashesOf(connection)
  const placeIn = (same: (hashes: Hashes) => boolean): Place => {
    const group = marks.filter(same)
    return [group.findIndex(mark => mark.connection === connection), group.length]
  }
  return {
    kind: own.kind,
    instance: own.instance,
    placeInKind: placeIn(({ kind }) => kind === own.kind),
    place: placeIn(({ instance }) => instance === own.instance),
  }
}

/**
 * The connection that a mark was made of, on a page that was loaded since: the one with the same
 * `instanceId` and `state`, otherwise the one at the same place. `undefined`: nobody can tell.
 */
export async function ownerOf(
  mark: ConnectionMark,
  watched: Iterable<AnyConnection>,
): Promise<AnyConnection | undefined> {
  const marks = await marksOf(watched)
  const alike = marks.filter(({ instance }) => instance === mark.instance)
  const [group, [index, count]] = alike.length
    ? [alike, mark.place]
    : [marks.filter(({ kind }) => kind === mark.kind), mark.placeInKind]
  // With more or fewer of them than then, a place says nothing.
  return group.length === count ? group[index]?.connection : undefined
}

/** Those whose options can be read: one function of the app that throws must not stop the others. */
export function readable(connections: Iterable<AnyConnection>): readonly AnyConnection[] {
  return [...connections].filter(connection => {
    try {
      return connection.read()
    } catch {
      return false
    }
  })
}

type Hashes = { kind: string; instance: string }

function marksOf(watched: Iterable<AnyConnection>) {
  return Promise.all(
    readable(watched).map(async connection => ({ connection, ...(await hashesOf(connection)) })),
  )
}

async function hashesOf(connection: AnyConnection): Promise<Hashes> {
  const { instanceId, state, ...options } = connection.read()
  const kind = textOf(options)
  const hashes = [kind, JSON.stringify([kind, instanceId, state])].map(text => hashOf(text))
  const [kindHash = '', instance = ''] = await Promise.all(hashes)
  return { kind: kindHash, instance }
}

// Functions cannot be compared across pages, and headers may differ from page to page.
function textOf(options: Omit<EndpointOptions, 'instanceId' | 'state'>): string {
  const { applicationId, clientId, redirectUri, session, vehicleId, externalId, exchange } = options
  const endpoint = Object(exchange).url ?? exchange
  return JSON.stringify([
    applicationId,
    clientId,
    redirectUri,
    session,
    vehicleId,
    externalId,
    endpoint,
  ])
}
