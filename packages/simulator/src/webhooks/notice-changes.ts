// Looks at the subscribed vehicles and queues what their webhooks have to be told.

import { fetchCar } from '../api/fetched-car.ts'
import { provisioningAt } from '../api/provisioning.ts'
import { storedSignals } from '../api/stored-signals.ts'
import { vehicleFault } from '../api/vehicle-fault.ts'
import type { Simulation } from '../http/context.ts'
import { findConnection, isVisible } from '../memory/connections.ts'
import { limits } from '../memory/remember.ts'
import { isWatching, updateSubscription } from '../memory/subscriptions.ts'
import type { Subscription, Webhook } from '../memory/webhook.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import { changesOf, deliveredSignals } from './changes.ts'
import { type EventSubject, errorDocument, stateDocument } from './event-document.ts'
import { nextInSequence, queueEvent } from './queue-event.ts'
import { connectionErrors, signalErrors, type VehicleErrors } from './vehicle-errors.ts'

// Signals are compared once a minute at most: a store that is filled by polling knows no more.
const everyMs = 60_000
// How many events one subscription may add at once, doubled by a scenario.
const roomNeeded = 8

/** What happened since the vehicles were looked at. */
export type Occasion = {
  /** Whether a connection, a subscription or a webhook may have changed. */
  readonly hasChanged: boolean
  /** The vehicle that a command may have changed. */
  readonly vehicleId?: string
}

/**
 * Queues the changes of all subscribed vehicles: errors and first deliveries if something has
 * changed, signals for the vehicle of a command, and everything if a minute has passed. While too
 * much waits, the rest is left for later; nothing is lost but the steps in between.
 */
export function noticeChanges(simulation: Simulation, occasion: Occasion): void {
  const { state, now, outbox } = simulation
  const { uncompared } = outbox
  if (Math.abs(now() - state.watchedAtMs) >= everyMs) {
    state.watchedAtMs = now()
    uncompared.clear()
    for (const { id } of state.subscriptions.values()) uncompared.add(id)
  } else if (!occasion.hasChanged && uncompared.size === 0) return
  // A copy, because those that are told something move to the end: everyone's turn comes.
  for (const subscription of [...state.subscriptions.values()]) {
    if (subscription.vehicleId === occasion.vehicleId) uncompared.add(subscription.id)
    if (state.pendingDeliveries.size + roomNeeded > limits.pendingDeliveries) continue
    const compares = uncompared.delete(subscription.id)
    const webhook = state.webhooks.get(subscription.webhookId)
    if (webhook === undefined || !isWatching(webhook)) continue
    notice(simulation, webhook, subscription, compares)
  }
}

function notice(
  simulation: Simulation,
  webhook: Webhook,
  subscription: Subscription,
  compares: boolean,
): void {
  const { state, now } = simulation
  const { userId, vehicleId } = subscription
  const connection = findConnection(state, userId, vehicleId)
  const vehicle = state.vehicles.get(vehicleId)
  if (vehicle === undefined || !isVisible(connection, webhook.clientId, now())) return
  if (provisioningAt(connection, now()) !== 'ready') return
  const fault = vehicleFault(scenarioOf(connection.scenario, state.scenario), connection)
  const faults = fault === undefined ? {} : connectionErrors(fault)
  const { ofConnection, ofSignals } = apart(subscription.errors)
  const isFaultTold = Object.keys(faults).join() === Object.keys(ofConnection).join()
  const isFirst = subscription.isFirstDeliveryDue && fault === undefined
  // Without this, every request would read the signals of every car.
  if (!compares && !isFirst && isFaultTold) return
  // A vehicle that does not answer tells no signals: what is wrong with them stays as it was.
  if (isFirst) fetchCar(simulation, vehicleId, vehicle)
  const stored =
    fault === undefined
      ? deliveredSignals(webhook, storedSignals(simulation, connection, vehicle))
      : undefined
  const askedFor = webhook.signals === undefined ? [] : stored
  const errors = { ...(askedFor ? signalErrors(askedFor) : ofSignals), ...faults }
  const told = changesOf(webhook, subscription, stored, errors)
  updateSubscription(state, told.subscription)
  for (const change of told.changes) {
    const subject: EventSubject = {
      webhook: nextInSequence(simulation, webhook),
      connection,
      vehicle,
      externalId: state.users.get(userId)?.externalId,
      isTest: false,
    }
    const document =
      change.kind === 'state'
        ? stateDocument(subject, stored ?? [], change.triggers)
        : errorDocument(subject, change.errors, change.state)
    queueEvent(simulation, subject.webhook, connection, document)
  }
}

/** Errors of the whole connection apart from those of single signals. */
function apart(errors: VehicleErrors): { ofConnection: VehicleErrors; ofSignals: VehicleErrors } {
  const entries = Object.entries(errors)
  return {
    ofConnection: Object.fromEntries(entries.filter(([, error]) => !('signals' in error))),
    ofSignals: Object.fromEntries(entries.filter(([, error]) => 'signals' in error)),
  }
}
