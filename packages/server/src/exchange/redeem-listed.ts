// Finds the connections of a grant without a code, by an external id that only this server knew.

import { readingDeadlineMs } from '../provider/get-json.ts'
import type { MachineAccess } from '../provider/machine-access.ts'
import { isProviderError } from '../provider/provider-error.ts'
import {
  type ListedConnection,
  type ListProgress,
  readConnections,
} from '../provider/read-connections.ts'
import { readListedVins } from '../provider/read-vins.ts'
import { withMachineToken } from '../provider/with-machine-token.ts'
import { failureOf } from '../reporting/failure.ts'
import { type Deadline, deadlineIn } from '../timing/deadline.ts'
import { scopeProblem } from './judge-grant.ts'
import type { Redemption, RequestedAccess } from './redemption.ts'

// The clocks of two servers differ by seconds.
const clockDifferenceMs = 60_000

/** What is looked for, once it is known that it can be. */
type Wanted = RequestedAccess & { externalId: string }

async function find(
  { api, sleep }: MachineAccess,
  accessToken: string,
  kind: 'user' | 'vehicle',
  { externalId, vehicleId, vin, mode, scope, startedMs = 0 }: Wanted,
  deadline: Deadline,
): Promise<Redemption> {
  function isWanted({ vehicle }: ListedConnection): boolean {
    return kind === 'user' || vehicle.id === vehicleId
  }
  // An earlier car of the same person is listed at once. The one that was just connected may come later.
  function isNew({ connection: { updatedAt } }: ListedConnection): boolean {
    return updatedAt === undefined || updatedAt.getTime() >= startedMs - clockDifferenceMs
  }
  function isOfMode({ vehicle }: ListedConnection): boolean {
    return typeof mode !== 'string' || (vehicle.mode === 'live') === (mode === 'live')
  }
  function isFitting(listed: ListedConnection): boolean {
    return isOfMode(listed) && scopeProblem([listed.vehicle], scope) === undefined
  }
  // That anything is listed under this external id proves the session. A new car is waited for, but not long
  // where another one fits: the person may have chosen it again, and its date may stay as it was. Which
  // car has the VIN is not known yet. A vehicle that was signed in to again is no new one.
  function progressOf(listed: readonly ListedConnection[]): ListProgress {
    const found = listed.filter(isWanted)
    if (found.some(one => kind === 'vehicle' || isNew(one))) return 'complete'
    return !vin && found.some(isFitting) ? 'settling' : 'missing'
  }
  const connections = await readConnections(
    api,
    accessToken,
    { externalId, mode },
    progressOf,
    deadline,
    sleep,
  )
  const [first] = connections
  if (first === undefined || !connections.some(isWanted)) {
    return { ok: false, problem: 'not_listed' }
  }
  const { userId } = first
  // The external id is this person's alone, so nobody else may be listed under it.
  if (connections.some(connection => connection.userId !== userId)) {
    return { ok: false, problem: 'identity_mismatch' }
  }
  const found = connections.filter(isWanted)
  // What was connected before was judged then. If it does not fit any more, it keeps no other car out.
  // Where there is no other one, it is judged, so that the person hears what is wrong.
  const choices = [found.filter(one => isNew(one) || isFitting(one)), found.filter(isOfMode)]
  const wanted = choices.find(({ length }) => length > 0) ?? found
  const vehicles = wanted.map(({ vehicle }) => vehicle)
  const vins = vin
    ? await readListedVins(api, accessToken, userId, vehicles, deadline)
    : new Map<string, string | undefined>()
  // The signals of a new vehicle arrive late, so a VIN that is not known yet is asked for again.
  const isLate = vehicles.some(
    ({ id, permissions }) => permissions.includes('read_vin') && vins.get(id) === undefined,
  )
  if (vin && isLate && ![...vins.values()].includes(vin.toUpperCase())) {
    return { ok: false, problem: 'not_listed' }
  }
  const listed = wanted.map(({ connection }) => connection)
  const verified = { userId, vehicles, isListed: true, externalId, connections: listed, vins }
  return { ok: true, redeemed: { kind, verified } }
}

/**
 * Asks the provider for the connections under the external id of the session.
 *
 * An id from the browser proves nothing, because the machine token reaches every user. The external id
 * of the session does: this server made it for this person, and the provider wrote it to the
 * connection. For a vehicle it is made for this one sign-in, so a vehicle that is listed under it was
 * signed in to again.
 *
 * @returns what is listed, or the problem; never throws. Nothing is spent when it fails, so
 * `not_listed` may be tried again.
 */
export async function redeemListed(
  machine: MachineAccess | undefined,
  kind: 'user' | 'vehicle',
  requested: RequestedAccess,
  deadline: Deadline,
): Promise<Redemption> {
  const { externalId, vehicleId } = requested
  const lacksVehicle = kind === 'vehicle' && !vehicleId
  if (machine === undefined || !externalId || lacksVehicle) {
    return { ok: false, problem: 'identity_mismatch' }
  }
  try {
    const reading = deadlineIn(Math.min(readingDeadlineMs, deadline.remainingMs()))
    return await withMachineToken(machine.token, accessToken =>
      find(machine, accessToken, kind, { ...requested, externalId }, reading),
    )
  } catch (thrown) {
    // Wrong credentials stay wrong: only their operator can help.
    const isRefused = isProviderError(thrown) && thrown.code === 'client_refused'
    const failure = failureOf('provider.readConnections', thrown, [externalId])
    return { ok: false, problem: isRefused ? 'client_refused' : 'not_listed', failure }
  }
}
