// The resources of version 3 as an application wants them: flat, and with what may be missing said so.

import type { Permission } from './permission.ts'
import { numberAt, textAt, textsAt, timeAt, valueAt } from './read-json.ts'

/** What is known about a vehicle. The provider may leave everything but the id out. */
export type VehicleInfo = {
  /** Smartcar's id of the vehicle for this application, a UUID. */
  readonly id: string
  /** In upper case, such as `TESLA`. */
  readonly make: string | undefined
  /** As people write it, such as `Model 3`. */
  readonly model: string | undefined
  /** The model year. */
  readonly year: number | undefined
  /** `ICE`, `BEV`, `PHEV`; the set is open. */
  readonly powertrainType: string | undefined
  /** `live` or `simulated`. */
  readonly mode: string | undefined
}

/** A vehicle that a person connected to the application. */
export type Connection = {
  /** Smartcar's id of the connection, by which it is ended. It is not the vehicle's. */
  readonly id: string
  /** Smartcar's id of the person, for `sc-user-id`. */
  readonly userId: string
  /** The application's own id of the person, where it was given and is listed. */
  readonly externalId: string | undefined
  /** What was connected. */
  readonly vehicle: VehicleInfo
  /** The permissions that were granted. They are the only authority. */
  readonly permissions: readonly Permission[]
  /** When the person connected it first. */
  readonly createdAt: Date | undefined
  /** When the person connected it last. */
  readonly updatedAt: Date | undefined
}

/** Reads the resource of a vehicle. Returns `undefined` without an id. */
export function readVehicle(
  resource: unknown,
  id: string | undefined = textAt(resource, 'id'),
): VehicleInfo | undefined {
  if (id === undefined) return undefined
  const attributes = valueAt(resource, 'attributes')
  return {
    id,
    make: textAt(attributes, 'make'),
    model: textAt(attributes, 'model'),
    year: numberAt(attributes, 'year'),
    powertrainType: textAt(attributes, 'powertrainType'),
    mode: textAt(attributes, 'mode'),
  }
}

/** Reads the resource of a connection. Returns `undefined` where it does not say whose vehicle it is. */
export function readConnection(resource: unknown): Connection | undefined {
  const id = textAt(resource, 'id')
  const attributes = valueAt(resource, 'attributes')
  const userId =
    textAt(resource, 'relationships', 'user', 'data', 'id') ?? textAt(attributes, 'user', 'id')
  const vehicle = readVehicle(
    { attributes: valueAt(attributes, 'vehicle') },
    textAt(resource, 'relationships', 'vehicle', 'data', 'id'),
  )
  if (id === undefined || userId === undefined || vehicle === undefined) return undefined
  return {
    id,
    userId,
    externalId: textAt(attributes, 'user', 'externalId'),
    // The older form has the mode beside the vehicle.
    vehicle: { ...vehicle, mode: vehicle.mode ?? textAt(attributes, 'mode') },
    permissions: textsAt(attributes, 'permissions'),
    createdAt: timeAt(resource, 'meta', 'createdAt') ?? timeAt(attributes, 'connectedAt'),
    updatedAt: timeAt(resource, 'meta', 'updatedAt'),
  }
}

/** A vehicle whose signals a webhook is told. */
export type Subscription = {
  /** Smartcar's id of the subscription, by which it is ended. */
  readonly id: string
  /** The webhook that is told. */
  readonly webhookId: string | undefined
  /** Smartcar's id of the person. */
  readonly userId: string | undefined
  /** The vehicle that it is told about. */
  readonly vehicle: VehicleInfo | undefined
  /** When it was made. */
  readonly createdAt: Date | undefined
  /** When it was changed last. */
  readonly updatedAt: Date | undefined
}

/** Reads the resource of a subscription. */
export function readSubscription(resource: unknown): Subscription | undefined {
  const id = textAt(resource, 'id')
  if (id === undefined) return undefined
  const attributes = valueAt(resource, 'attributes')
  function related(name: string): string | undefined {
    return textAt(resource, 'relationships', name, 'data', 'id') ?? textAt(attributes, `${name}Id`)
  }
  return {
    id,
    webhookId: related('webhook'),
    userId: related('user'),
    vehicle: readVehicle({ attributes: valueAt(attributes, 'vehicle') }, related('vehicle')),
    createdAt: timeAt(resource, 'meta', 'createdAt'),
    updatedAt: timeAt(resource, 'meta', 'updatedAt'),
  }
}

/** A webhook as the dashboard has it. */
export type WebhookInfo = {
  /** Smartcar's id of the webhook. */
  readonly id: string
  /** Its name in the dashboard. */
  readonly name: string | undefined
  /** Where it delivers. */
  readonly callbackUri: string | undefined
  /** Whether it delivers at all. While it does not, nothing is kept for later. */
  readonly isEnabled: boolean | undefined
  /** Whether new connections are subscribed to it by themselves. */
  readonly autoSubscribe: boolean | undefined
}

/** Reads the resource of a webhook. */
export function readWebhook(resource: unknown): WebhookInfo | undefined {
  const id = textAt(resource, 'id')
  if (id === undefined) return undefined
  const attributes = valueAt(resource, 'attributes')
  return {
    id,
    name: textAt(attributes, 'name'),
    callbackUri: textAt(attributes, 'callbackUri'),
    isEnabled: flagAt(attributes, 'isEnabled'),
    autoSubscribe: flagAt(attributes, 'autoSubscribe'),
  }
}

/** A model that Smartcar can connect, with what it can do. */
export type CompatibleVehicle = {
  /** Such as `TESLA-Model 3-2016-2026-BEV-US`. */
  readonly id: string
  /** As people write it; here it is not in upper case. */
  readonly make: string | undefined
  /** As people write it. */
  readonly model: string | undefined
  /** `US`, `CA` or `EUROPE`; the set is open. */
  readonly region: string | undefined
  /** `ICE`, `BEV` or `PHEV`; the set is open. */
  readonly powertrainType: string | undefined
  /** The model years that can be connected, both included. */
  readonly years: {
    /** The first of them. */
    readonly start: number | undefined
    /** The last of them. */
    readonly end: number | undefined
  }
  /** What a car of this model can tell and do. */
  readonly capabilities: readonly {
    /** `signal` or `command`. */
    readonly type: string | undefined
    /** The code of the signal, as `signal` takes it; of a command the name of it. */
    readonly capability: string | undefined
    /** The permission that it needs; commands have none here. */
    readonly permission: string | undefined
  }[]
}

/** Reads the resource of a compatible vehicle. */
export function readCompatibleVehicle(resource: unknown): CompatibleVehicle | undefined {
  const id = textAt(resource, 'id')
  if (id === undefined) return undefined
  const attributes = valueAt(resource, 'attributes')
  const capabilities = valueAt(attributes, 'capabilities')
  return {
    id,
    make: textAt(attributes, 'make'),
    model: textAt(attributes, 'model'),
    region: textAt(attributes, 'region'),
    powertrainType: textAt(attributes, 'powertrainType'),
    years: {
      start: numberAt(attributes, 'years', 'start'),
      end: numberAt(attributes, 'years', 'end'),
    },
    capabilities: (Array.isArray(capabilities) ? capabilities : []).map(item => ({
      type: textAt(item, 'type'),
      capability: textAt(item, 'capability') ?? textAt(item, 'code'),
      permission: textAt(item, 'permission'),
    })),
  }
}

function flagAt(value: unknown, name: string): boolean | undefined {
  const found = valueAt(value, name)
  return typeof found === 'boolean' ? found : undefined
}
