// What createSmartcarApi returns: the whole of version 3, as types.

import type { ChargeSchedule } from './charge-schedule.ts'
import type { CommandArguments, CommandName } from './command-catalogue.ts'
import type {
  CompatibleVehicle,
  Connection,
  Subscription,
  VehicleInfo,
  WebhookInfo,
} from './resources.ts'
import type { Signal, SignalCode } from './signal.ts'

/** A vehicle, and the person who connected it: version 3 asks for both. */
export type VehicleRef = {
  /** Smartcar's id of the person, from a connection. Never one that a browser sent. */
  readonly userId: string
  /** Smartcar's id of the vehicle, from a connection. Never one that a browser sent. */
  readonly vehicleId: string
}

/** What connections are looked up by. */
export type ConnectionFilter = {
  /** Smartcar's id of a person. */
  readonly userId?: string
  /** Smartcar's id of a vehicle. */
  readonly vehicleId?: string
  /** The application's own id of the person. */
  readonly externalId?: string
  /** Live and simulated vehicles are two lists. @default 'live' */
  readonly mode?: 'live' | 'simulated'
}

/** All signals of a car, as Smartcar stored them last. */
export type Signals = {
  /** The car that they are of. */
  readonly vehicle: VehicleInfo | undefined
  /** Every signal, also those that failed; by code, in alphabetical order as Smartcar sends them. */
  readonly all: readonly Signal[]
  /** The signal of a code, with the type of its body; `undefined` where the car has none. */
  readonly get: <Code extends SignalCode>(code: Code) => Signal<Code> | undefined
}

/** What came of a command. */
export type CommandResult = {
  /** Whether the car carried it out. */
  readonly ok: boolean
  /** The provider's word: `SUCCESS`; the set is open. */
  readonly status: string | undefined
  /** The provider's id of the execution. */
  readonly id: string | undefined
  /** When the car was told. */
  readonly executedAt: Date | undefined
  /** When it was done. */
  readonly completedAt: Date | undefined
}

/** What came of making a charge schedule. */
export type ChargeScheduleResult = CommandResult & {
  /** The id by which it is removed; `undefined` where the answer has none. */
  readonly scheduleId: string | undefined
}

/** What subscriptions are looked up by. */
export type SubscriptionFilter = {
  /** Smartcar's id of a person. */
  readonly userId?: string
  /** Smartcar's id of a webhook. */
  readonly webhookId?: string
  /** Smartcar's id of a vehicle. */
  readonly vehicleId?: string
  /** The mode of the vehicles. @default what the provider lists without it */
  readonly mode?: 'live' | 'simulated'
}

/** What compatible vehicles are looked up by. */
export type CompatibleVehicleFilter = {
  /** Where they are sold. @default everywhere */
  readonly region?: 'US' | 'CA' | 'EUROPE'
  /** Their brand, such as `TESLA`. @default any */
  readonly make?: string
  /** What drives them: fuel, a battery, or both. @default any */
  readonly powertrainType?: 'ICE' | 'BEV' | 'PHEV'
}

/**
 * The whole of version 3. A call that fails rejects with a `SmartcarApiError`; a mistake in the options or
 * in what a call is given is a `TypeError`, and nothing is sent.
 */
export type SmartcarApi = {
  /** The connections of the application, newest first, page by page. */
  readonly connections: (filter?: ConnectionFilter) => AsyncGenerator<Connection, void, undefined>
  /** One connection. */
  readonly connection: (connectionId: string) => Promise<Connection>
  /** Ends the application's access to one vehicle. */
  readonly disconnect: (connectionId: string) => Promise<void>
  /** Removes a person with all connections and data. */
  readonly removeUser: (userId: string) => Promise<void>
  /** What is known about a vehicle. */
  readonly vehicle: (vehicleId: string) => Promise<VehicleInfo>
  /** Every signal that Smartcar stored. It reads a store and does not wake the car. */
  readonly signals: (vehicle: VehicleRef) => Promise<Signals>
  /** One signal. A code that the car has not stored rejects with `SIGNAL_NOT_FOUND`. */
  readonly signal: <Code extends SignalCode>(
    vehicle: VehicleRef,
    code: Code,
  ) => Promise<Signal<Code>>
  /**
   * Sends a command and waits for what comes of it, minutes if it must. It is never sent twice unless
   * the provider turned it away.
   *
   * @throws {TypeError} for attributes that the provider would refuse.
   */
  readonly command: <Name extends CommandName>(
    vehicle: VehicleRef,
    name: Name,
    ...attributes: CommandArguments<Name>
  ) => Promise<CommandResult>
  /**
   * Makes a charge schedule. Tesla and, daily only, Volvo have them.
   *
   * @throws {TypeError} for a time that is not `HH:mm`.
   */
  readonly addChargeSchedule: (
    vehicle: VehicleRef,
    schedule: ChargeSchedule,
  ) => Promise<ChargeScheduleResult>
  /** Removes a charge schedule by the id that making it returned. */
  readonly removeChargeSchedule: (vehicle: VehicleRef, scheduleId: string) => Promise<CommandResult>
  /** The webhooks of the application; they are made in the dashboard. */
  readonly webhooks: () => AsyncGenerator<WebhookInfo, void, undefined>
  /** One webhook. */
  readonly webhook: (webhookId: string) => Promise<WebhookInfo>
  /** Which vehicles webhooks are told about. */
  readonly subscriptions: (
    filter?: SubscriptionFilter,
  ) => AsyncGenerator<Subscription, void, undefined>
  /** One subscription. */
  readonly subscription: (subscriptionId: string) => Promise<Subscription>
  /** Subscribes a webhook to a car. Smartcar does it a moment later; one that exists is no error. */
  readonly subscribe: (webhookId: string, vehicle: VehicleRef) => Promise<void>
  /** Ends a subscription. */
  readonly unsubscribe: (subscriptionId: string) => Promise<void>
  /** What can be connected, and what it can do. Public and large: keep the answer for a day. */
  readonly compatibleVehicles: (
    filter?: CompatibleVehicleFilter,
  ) => Promise<readonly CompatibleVehicle[]>
}
