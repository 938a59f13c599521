// Events that a developer sends by hand, as the provider's dashboard can.

import { storedSignals } from '../api/stored-signals.ts'
import { asleep } from '../api/vehicle-fault.ts'
import type { Simulation } from '../http/context.ts'
import type { Connection } from '../memory/state.ts'
import type { Webhook } from '../memory/webhook.ts'
import { brands } from '../world/brands.ts'
import { signals } from '../world/signals.ts'
import { stableUuid } from '../world/stable-hash.ts'
import { makeVin, type Vehicle, vehicleOf } from '../world/vehicle.ts'
import { deliveredSignals } from './changes.ts'
import { type EventSubject, errorDocument, stateDocument } from './event-document.ts'
import { nextInSequence, queueEvent } from './queue-event.ts'
import { connectionErrors } from './vehicle-errors.ts'

/**
 * Queues an event with the mode `TEST`, of a connected vehicle or, with an empty id, of one that
 * nobody has. It goes out even if the webhook is disabled or was not verified. Returns what is wrong
 * with the request, if anything.
 */
export function sendByHand(
  simulation: Simulation,
  webhook: Webhook,
  eventType: string,
  vehicleId: string,
): string | undefined {
  if (eventType !== 'VEHICLE_STATE' && eventType !== 'VEHICLE_ERROR') {
    return 'eventType must be VERIFY, VEHICLE_STATE or VEHICLE_ERROR.'
  }
  const found = vehicleId === '' ? sampleOf(webhook) : findVehicle(simulation, webhook, vehicleId)
  if (found === undefined) return 'The application of the webhook has no such vehicle connected.'
  const { connection, vehicle } = found
  const subject: EventSubject = {
    webhook: nextInSequence(simulation, webhook),
    connection,
    vehicle,
    externalId: simulation.state.users.get(connection.userId)?.externalId,
    isTest: true,
  }
  const document =
    eventType === 'VEHICLE_STATE'
      ? testState(simulation, subject)
      : errorDocument(subject, Object.values(connectionErrors(asleep)), 'ERROR')
  queueEvent(simulation, subject.webhook, connection, document)
  return undefined
}

type Found = { readonly connection: Connection; readonly vehicle: Vehicle }

function testState(
  simulation: Simulation,
  subject: EventSubject,
): ReturnType<typeof stateDocument> {
  const { webhook, connection, vehicle } = subject
  const stored = deliveredSignals(webhook, storedSignals(simulation, connection, vehicle))
  const triggers = stored
    .slice(0, 1)
    .map(({ signal }) => ({ type: 'SIGNAL_UPDATED', signal }) as const)
  return stateDocument(subject, stored, triggers)
}

function findVehicle(
  { state }: Simulation,
  { clientId }: Webhook,
  vehicleId: string,
): Found | undefined {
  const vehicle = state.vehicles.get(vehicleId)
  const connection = [...state.connections.values()].find(
    known => known.vehicleId === vehicleId && known.clientId === clientId,
  )
  return vehicle && connection && { vehicle, connection }
}

/** A vehicle that nobody has, always the same. */
function sampleOf({ clientId }: Webhook): Found | undefined {
  const brand = brands.find(({ id }) => id === 'TESLA')
  if (brand === undefined) return undefined
  const vehicle = vehicleOf(makeVin(brand, 'sample', 1, 'simulated'), brand, 'BEV')
  const connection: Connection = {
    id: stableUuid('sample connection'),
    clientId,
    userId: stableUuid('sample user'),
    vehicleId: stableUuid('sample vehicle'),
    permissions: signals.map(({ permission }) => permission),
    mode: 'simulated',
    createdAtMs: 0,
    connectedAtMs: 0,
    visibleAtMs: 0,
    scenario: 'happy',
    needsReauthentication: false,
  }
  return { vehicle, connection }
}
