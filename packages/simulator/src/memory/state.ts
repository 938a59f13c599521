// Everything the simulator remembers, as plain data that can be written to a file and read again.

import type { Car } from '../world/car.ts'
import type { Vehicle, VehicleMode } from '../world/vehicle.ts'
import type { Attempt, Look } from './attempt.ts'
import type { AccessToken, CodeRecord, Grant, MachineToken, RefreshToken } from './grant.ts'
import type { JournalEntry } from './journal.ts'
import type { DeliveryEntry, PendingDelivery, Subscription, Webhook } from './webhook.ts'

/** A vehicle that an application is connected to. */
export type Connection = {
  /** Always the same for the same user and vehicle. */
  readonly id: string
  /** The application. */
  readonly clientId: string
  /** The user who connected the vehicle. */
  readonly userId: string
  /** The vehicle, by the application's id of it. */
  readonly vehicleId: string
  /** The names of the permissions that were granted last. */
  permissions: readonly string[]
  /** The mode that the vehicle was connected in. */
  mode: VehicleMode
  /** When it was first connected, by the simulator's clock. */
  readonly createdAtMs: number
  /** When it was connected last, by the simulator's clock. */
  connectedAtMs: number
  /** When it appears in lists; later than connected in the lagging scenario. */
  visibleAtMs: number
  /** The scenario that the authorization followed. */
  readonly scenario: string
  /** Whether the person has to sign in again before the vehicle answers. */
  needsReauthentication: boolean
}

/** The calls that an application has left, where a scenario limits them. */
export type CallBucket = {
  /** The calls that are left; a part of one may have come back. */
  readonly calls: number
  /** When that was so, by the simulator's clock. */
  readonly atMs: number
}

/** The calls for a vehicle in a month, where a scenario limits them. */
export type MonthlyCalls = {
  /** The month, as `2026-05`. */
  readonly month: string
  /** The calls in it, those that were refused too. */
  readonly calls: number
}

/** What a person agreed to before. */
export type Approval = {
  /** The names of the permissions. */
  readonly permissions: readonly string[]
  /** The vehicles that were connected with them. */
  readonly vehicleIds: readonly string[]
}

/** What is known about a user of an application. */
export type User = {
  /** Always the same for the same application and email. */
  readonly id: string
  /** The application. */
  readonly clientId: string
  /** The application's own id of the user. */
  externalId?: string
  /** What was agreed to before, by mode and brand; for `approval_prompt=auto`. */
  approvals: Readonly<Record<string, Approval>>
}

/** All of it. Maps keep the order in which things were added. */
export type State = {
  /** The name of the scenario of requests that name none. */
  scenario: string
  /** How far the simulator's clock is ahead of real time, in milliseconds. */
  clockOffsetMs: number
  /** The people on their way, by the id in their addresses. */
  readonly attempts: Map<string, Attempt>
  /** The look of those who arrived, by the same id, for a page that they open once more. */
  readonly endedLooks: Map<string, Look>
  /** The codes that were given, by their value. */
  readonly codes: Map<string, CodeRecord>
  /** What was granted, by the id of the grant. */
  readonly grants: Map<string, Grant>
  /** The access tokens, by their value. */
  readonly accessTokens: Map<string, AccessToken>
  /** The refresh tokens, by their value. */
  readonly refreshTokens: Map<string, RefreshToken>
  /** The tokens of machines, by their value. */
  readonly machineTokens: Map<string, MachineToken>
  /** The connected vehicles, by the ids of user and vehicle with a space between them. */
  readonly connections: Map<string, Connection>
  /** The users of all applications, by their id. */
  readonly users: Map<string, User>
  /** The vehicles that were ever connected, by an application's id of them. */
  readonly vehicles: Map<string, Vehicle>
  /** What those vehicles were doing when they were last looked at, by the same id. */
  readonly cars: Map<string, Car>
  /** Those cars as the provider fetched them last, by the same id. */
  readonly fetchedCars: Map<string, Car>
  /** The calls that applications have left, by the id of the application. */
  readonly buckets: Map<string, CallBucket>
  /** The calls for vehicles, by an application's id of them. */
  readonly monthlyCalls: Map<string, MonthlyCalls>
  /** The webhooks of all applications, by their id. */
  readonly webhooks: Map<string, Webhook>
  /** The webhooks of the options that were made already, as JSON: what was changed since stays so. */
  configuredWebhooks: readonly string[]
  /** The subscribed vehicles, by the ids of webhook, user and vehicle with spaces between them. */
  readonly subscriptions: Map<string, Subscription>
  /** When all subscribed vehicles were looked at last, by the simulator's clock. */
  watchedAtMs: number
  /** What waits to be delivered, in the order in which it is tried. */
  readonly pendingDeliveries: Map<string, PendingDelivery>
  /** The newest attempts to deliver, oldest first. */
  deliveries: DeliveryEntry[]
  /** How many attempts there were in all, including those no longer in the list. */
  deliveryTotal: number
  /** The newest requests, oldest first. */
  journal: JournalEntry[]
  /** How many requests were seen in all, including those no longer in the journal. */
  journalTotal: number
}

/** Makes a state in which nothing has happened yet. */
export function emptyState(scenario: string): State {
  return {
    scenario,
    clockOffsetMs: 0,
    attempts: new Map(),
    endedLooks: new Map(),
    codes: new Map(),
    grants: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    machineTokens: new Map(),
    connections: new Map(),
    users: new Map(),
    vehicles: new Map(),
    cars: new Map(),
    fetchedCars: new Map(),
    buckets: new Map(),
    monthlyCalls: new Map(),
    webhooks: new Map(),
    configuredWebhooks: [],
    subscriptions: new Map(),
    watchedAtMs: 0,
    pendingDeliveries: new Map(),
    deliveries: [],
    deliveryTotal: 0,
    journal: [],
    journalTotal: 0,
  }
}
