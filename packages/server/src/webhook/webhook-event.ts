// The events of webhooks, typed and open to what nobody has seen yet.

import { fieldsOf, numberAt, textAt, timeAt, valueAt } from '../api/read-json.ts'
import { type Resolution, readResolution } from '../api/resolution.ts'
import { readVehicle, type VehicleInfo } from '../api/resources.ts'
import { readSignal, type Signal, type SignalCode } from '../api/signal.ts'

/** What every event has. */
type EventBase = {
  /** The same for each delivery of the event. */
  readonly id: string
  /** Whether the dashboard sent it to try the webhook out, so that nothing real happened. */
  readonly isTest: boolean
  /** When this delivery was sent. Deliveries come in no order. */
  readonly deliveredAt: Date | undefined
  /** Grows with each event of a vehicle; only newer webhooks have it. */
  readonly sequence: number | undefined
  /** Smartcar's id of the webhook. */
  readonly webhookId: string | undefined
  /** Smartcar's id of the person. */
  readonly userId: string | undefined
  /** The application's own id of the person. It proves nothing: anybody can be sent an address. */
  readonly externalId: string | undefined
  /** The vehicle that the event is about. */
  readonly vehicle: VehicleInfo | undefined
  /** The whole event, as it came. */
  readonly raw: unknown
}

/** Signals of a vehicle. Each delivery has all that the webhook is set up for, also unchanged ones. */
export type VehicleStateEvent = EventBase & {
  /** What kind of event it is. */
  readonly type: 'VEHICLE_STATE'
  /** Every signal of this delivery, also those that failed. */
  readonly signals: readonly Signal[]
  /** The signal of a code, with the type of its body; `undefined` where it was not delivered. */
  readonly signal: <Code extends SignalCode>(code: Code) => Signal<Code> | undefined
  /** The codes of the signals that caused this event; `FIRST_DELIVERY` has none. */
  readonly triggers: readonly string[]
}

/** One error of a vehicle or its account, or the end of one. */
export type VehicleProblem = {
  /** The kind, such as `CONNECTED_SERVICES_ACCOUNT`. The set is open. */
  readonly type: string | undefined
  /** What kind of that type, such as `AUTHENTICATION_FAILED`. The set is open. */
  readonly code: string | undefined
  /** A sentence for developers. */
  readonly description: string | undefined
  /** What the provider says can be done, such as `{ type: 'REAUTHENTICATE' }`. */
  readonly resolution: Resolution | undefined
  /** A sentence of the provider's for the person. */
  readonly suggestedUserMessage: string | undefined
  /** Whether it is over. */
  readonly isResolved: boolean
  /** The codes of the signals that it is about; none where it is about the whole connection. */
  readonly signals: readonly string[]
}

/** Errors of a vehicle or its account. */
export type VehicleErrorEvent = EventBase & {
  /** What kind of event it is. */
  readonly type: 'VEHICLE_ERROR'
  /** What is wrong, or is not wrong any more: look at `isResolved`. */
  readonly errors: readonly VehicleProblem[]
}

/** An event of a type that this package does not know. */
export type OtherEvent = EventBase & {
  /** What kind of event it is, as Smartcar names it. */
  readonly type: string & {}
}

/** An event whose signature was checked. */
export type WebhookEvent = VehicleStateEvent | VehicleErrorEvent | OtherEvent

/** Says whether an event tells of signals. */
export function isVehicleState(event: WebhookEvent): event is VehicleStateEvent {
  return event.type === 'VEHICLE_STATE' && 'signals' in event
}

/** Says whether an event tells of errors. */
export function isVehicleError(event: WebhookEvent): event is VehicleErrorEvent {
  return event.type === 'VEHICLE_ERROR' && 'errors' in event
}

/**
 * Reads an event.
 *
 * @param id the id of the event.
 * @returns `undefined` for what is no event.
 * @see https://smartcar.com/docs/api-reference/webhooks/event-types
 */
export function readEvent(raw: unknown, id: string): WebhookEvent | undefined {
  const type = textAt(raw, 'eventType')
  if (type === undefined) return undefined
  const data = valueAt(raw, 'data')
  const base = baseOf(raw, data, id)
  if (type === 'VEHICLE_STATE') return stateOf(base, raw, data)
  if (type === 'VEHICLE_ERROR')
    return { ...base, type, errors: listAt(data, 'errors').map(problemOf) }
  return { ...base, type }
}

function baseOf(raw: unknown, data: unknown, id: string): EventBase {
  const meta = valueAt(raw, 'meta')
  const vehicle = valueAt(data, 'vehicle')
  return {
    id,
    isTest: textAt(meta, 'mode')?.toUpperCase() === 'TEST',
    deliveredAt: timeAt(meta, 'deliveredAt') ?? timeAt(meta, 'deliveryTime'),
    sequence: numberAt(meta, 'sequence'),
    webhookId: textAt(meta, 'webhookId'),
    userId: textAt(data, 'user', 'id'),
    externalId: textAt(data, 'user', 'externalId'),
    vehicle: readVehicle({ attributes: fieldsOf(vehicle) }, textAt(vehicle, 'id')),
    raw,
  }
}

function stateOf(base: EventBase, raw: unknown, data: unknown): VehicleStateEvent {
  const signals = listAt(data, 'signals')
    .map(readSignal)
    .filter(signal => signal !== undefined)
  // At the top in every recording, within the data on some pages of the documentation.
  const triggers = [...listAt(raw, 'triggers'), ...listAt(data, 'triggers')]
  return {
    ...base,
    type: 'VEHICLE_STATE',
    signals,
    signal: <Code extends SignalCode>(wanted: Code) =>
      signals.find(({ code }) => code === wanted) as Signal<Code> | undefined,
    triggers: triggers
      .map(trigger => textAt(trigger, 'signal', 'code') ?? textAt(trigger, 'code'))
      .filter(code => code !== undefined),
  }
}

function problemOf(error: unknown): VehicleProblem {
  return {
    type: textAt(error, 'type'),
    code: textAt(error, 'code'),
    description: textAt(error, 'description'),
    resolution: readResolution(valueAt(error, 'resolution')),
    suggestedUserMessage: textAt(error, 'suggestedUserMessage'),
    isResolved: textAt(error, 'state') === 'RESOLVED',
    signals: listAt(error, 'signals')
      .map(signal => textAt(signal, 'code'))
      .filter(code => code !== undefined),
  }
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const found = valueAt(value, name)
  return Array.isArray(found) ? found : []
}
