// What is remembered of webhooks: the webhooks, who is subscribed, what still has to be delivered.

/** What a developer sets about a webhook. At the provider this is done in the dashboard. */
export type WebhookSettings = {
  /** The name in the dashboard. It stands in every delivery. */
  readonly name: string
  /** Where deliveries go. */
  readonly callbackUri: string
  /** Where `VEHICLE_ERROR` goes. Left out if it goes to the other address too. */
  readonly errorCallbackUri?: string
  /** The codes of the signals in every delivery. Left out for all signals. */
  readonly signals?: readonly string[]
  /** The codes of the signals whose change is told. Left out for those in the delivery. */
  readonly triggers?: readonly string[]
  /** Whether it delivers at all. */
  readonly isEnabled: boolean
  /** Whether vehicles that are connected from now on are subscribed by themselves. */
  readonly autoSubscribe: boolean
}

/**
 * Whether the receiver proved that it knows the management token. A `pending` webhook is verified as
 * soon as it has something to deliver; a `refused` one delivers nothing until it is verified.
 */
export type Verification = 'pending' | 'verified' | 'refused'

/** A webhook of an application. */
export type Webhook = WebhookSettings & {
  /** The id in addresses and deliveries. */
  readonly id: string
  /** The application. */
  readonly clientId: string
  /** Whether the receiver is known to be the developer's. */
  readonly verification: Verification
  /** How many events it had. */
  readonly sequence: number
  /** When it was made, by the simulator's clock. */
  readonly createdAtMs: number
  /** When it was changed last, by the simulator's clock. */
  readonly updatedAtMs: number
}

/** An error of a vehicle as `VEHICLE_ERROR` tells it, without its state. */
export type VehicleErrorDetail = Readonly<Record<string, unknown>>

/** A vehicle whose changes a webhook tells. */
export type Subscription = {
  /** The id in addresses. */
  readonly id: string
  /** The webhook. */
  readonly webhookId: string
  /** The user who connected the vehicle. */
  readonly userId: string
  /** The vehicle. */
  readonly vehicleId: string
  /** When it was made, by the simulator's clock. */
  readonly createdAtMs: number
  /** Whether everything has yet to be told for the first time. */
  readonly isFirstDeliveryDue: boolean
  /** What was told last of each trigger, by its code, as a hash. */
  readonly told: Readonly<Record<string, string>>
  /** The errors that were told and hold on, by type and code. */
  readonly errors: Readonly<Record<string, VehicleErrorDetail>>
}

/** An event that waits to be delivered, for the first time or again. */
export type PendingDelivery = {
  /** The webhook. */
  readonly webhookId: string
  /** The user whose vehicle it is about. */
  readonly userId: string
  /** The vehicle that it is about. */
  readonly vehicleId: string
  /** Where it goes. */
  readonly uri: string
  /** The document, but for what each attempt adds to `meta`. */
  readonly document: WebhookDocument
  /** How often it was tried. */
  readonly attempts: number
  /** When it is tried next, by the simulator's clock. */
  readonly dueAtMs: number
  /** Whether another key signs it than the receiver expects. */
  readonly isWronglySigned: boolean
}

/** The document of an event. */
export type WebhookDocument = {
  /** The same over all attempts. */
  readonly eventId: string
  /** What happened. */
  readonly eventType: string
  /** What it happened to. */
  readonly data: Readonly<Record<string, unknown>>
  /** Why a state is told. */
  readonly triggers?: readonly unknown[]
  /** About the delivery. */
  readonly meta: Readonly<Record<string, unknown>>
}

/** One attempt to deliver something. It is safe to print: no secret stands in it. */
export type DeliveryEntry = {
  /** Counts from 1 and is never used twice until a reset. */
  readonly number: number
  /** When it was tried, by the simulator's clock (ISO 8601). */
  readonly at: string
  /** The webhook. */
  readonly webhookId: string
  /** `VERIFY`, `VEHICLE_STATE`, `VEHICLE_ERROR` or one that nobody knows. */
  readonly eventType: string
  /** The same over all attempts of an event. */
  readonly eventId: string
  /** New with each attempt. */
  readonly deliveryId: string
  /** The vehicle, if it is about one. */
  readonly vehicleId?: string
  /** Where it went, without the query, which may hold a secret. */
  readonly address: string
  /** Which attempt it was, from 1 to 4. */
  readonly attempt: number
  /** Whether the receiver took it: any 2xx, and for `VERIFY` the right answer. */
  readonly ok: boolean
  /** The status of the answer. Left out if there was none. */
  readonly status?: number
  /** What is wrong, as a sentence. Left out if nothing is. */
  readonly problem?: string
  /** When it is tried again, by the simulator's clock (ISO 8601). Left out if it is not. */
  readonly nextAttemptAt?: string
  /** What was sent. The newest hundred have it. */
  readonly payload?: WebhookDocument
}
