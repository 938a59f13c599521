// The documents of VEHICLE_STATE and VEHICLE_ERROR, in version 4.0.

import type { StoredSignal } from '../api/stored-signals.ts'
import type { Connection } from '../memory/state.ts'
import type { VehicleErrorDetail, Webhook, WebhookDocument } from '../memory/webhook.ts'
import { randomUuid } from '../world/random-id.ts'
import type { Signal } from '../world/signals.ts'
import { modeOfToday, type Vehicle } from '../world/vehicle.ts'

/** Whom and what an event is about. */
export type EventSubject = {
  /** The webhook that tells it, with the number of this event. */
  readonly webhook: Webhook
  /** The connection of the vehicle. */
  readonly connection: Connection
  /** The vehicle. */
  readonly vehicle: Vehicle
  /** The application's own id of the user, if it has one. */
  readonly externalId: string | undefined
  /** Whether it was sent by hand, so that the receiver has to change nothing. */
  readonly isTest: boolean
}

/** Why a state is told: a signal changed, or it is the first one. */
export type Trigger =
  | { readonly type: 'SIGNAL_UPDATED'; readonly signal: Signal }
  | { readonly type: 'FIRST_DELIVERY' }

/**
 * The document of VEHICLE_STATE. It always has all signals of the webhook.
 *
 * @see https://smartcar.com/docs/api-reference/webhooks/events/vehicle-state
 */
export function stateDocument(
  subject: EventSubject,
  signals: readonly StoredSignal[],
  triggers: readonly Trigger[],
): WebhookDocument {
  return {
    eventId: randomUuid(),
    eventType: 'VEHICLE_STATE',
    data: { ...about(subject), signals: signals.map(signalElement) },
    triggers: triggers.map(trigger =>
      trigger.type === 'FIRST_DELIVERY'
        ? // The form is not recorded.
          { type: trigger.type }
        : { type: trigger.type, signal: signalName(trigger.signal) },
    ),
    meta: { ...metaOf(subject), signalCount: signals.length },
  }
}

/**
 * The document of VEHICLE_ERROR: errors that began to hold, or that hold no more.
 *
 * @see https://smartcar.com/docs/api-reference/webhooks/events/vehicle-error
 */
export function errorDocument(
  subject: EventSubject,
  errors: readonly VehicleErrorDetail[],
  state: 'ERROR' | 'RESOLVED',
): WebhookDocument {
  return {
    eventId: randomUuid(),
    eventType: 'VEHICLE_ERROR',
    data: { ...about(subject), errors: errors.map(error => ({ ...error, state })) },
    meta: metaOf(subject),
  }
}

function about({ connection, vehicle, externalId, isTest }: EventSubject): object {
  return {
    user: { id: connection.userId, externalId: externalId ?? null },
    vehicle: {
      id: connection.vehicleId,
      make: vehicle.brandId,
      model: vehicle.model,
      year: vehicle.year,
      mode: isTest ? 'test' : modeOfToday(connection.mode),
      powertrainType: vehicle.powertrain,
    },
  }
}

/** What is the same over all attempts; `deliveryId` and `deliveredAt` come with each of them. */
function metaOf({ webhook, connection, isTest }: EventSubject): Readonly<Record<string, unknown>> {
  return {
    version: '4.0',
    webhookId: webhook.id,
    webhookName: webhook.name,
    // `SIMULATED` is a guess; the other two are recorded.
    mode: isTest ? 'TEST' : modeOfToday(connection.mode).toUpperCase(),
    // Of the newest samples alone. That it counts the events of the webhook is a guess.
    sequence: webhook.sequence,
    applicationId: webhook.clientId,
  }
}

function signalElement({
  signal,
  error,
  body,
  oemUpdatedAtMs,
  retrievedAtMs,
}: StoredSignal): object {
  const { code, name, group } = signal
  if (error !== undefined) {
    // Version 3 names a code where webhooks have none.
    const { type } = error
    const status = {
      value: 'ERROR',
      error: { type, code: type === 'PERMISSION' ? null : error.code },
    }
    return { code, name, group, status }
  }
  return {
    code,
    name,
    group,
    body,
    // What never changes has no time, which is told as 0.
    meta: { oemUpdatedAt: oemUpdatedAtMs ?? 0, retrievedAt: retrievedAtMs ?? 0 },
    status: { value: 'SUCCESS' },
  }
}

function signalName({ name, code, group }: Signal): object {
  return { name, code, group }
}
