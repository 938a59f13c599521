// The options of the webhook handler.

import type { OnEvent } from '../server-event.ts'
import type { VehicleStore } from '../stores/vehicle-store.ts'
import type { WebhookEventStore } from '../stores/webhook-event-store.ts'
import type { OtherEvent, VehicleErrorEvent, VehicleStateEvent } from './webhook-event.ts'

/**
 * Functions of the app that get events. Each must end within ten seconds: Smartcar waits fifteen. What
 * it throws is answered as a failure, and Smartcar delivers the event again: 25, 75 and 175 seconds
 * after the first time, then not any more.
 *
 * An event is given to one call at a time and, after it was handled, to none. A process that is killed
 * between the end of the function and the write that says so repeats it, so write what it stores under
 * the id of the event, or so that a repeat does not matter.
 */
export type WebhookCallbacks = {
  /** Gets the signals of a vehicle. */
  onVehicleState?: ((event: VehicleStateEvent) => void | Promise<void>) | undefined
  /** Gets errors of a vehicle or its account, and their ends. */
  onVehicleError?: ((event: VehicleErrorEvent) => void | Promise<void>) | undefined
  /** Gets events of other types. */
  onOtherEvent?: ((event: OtherEvent) => void | Promise<void>) | undefined
}

/** Options of {@link createWebhookHandler}. */
export type WebhookHandlerOptions = WebhookCallbacks & {
  /** The application's management token, which signs webhooks. It is no access token. */
  managementToken: string
  /**
   * Remembers which events were handled, and marks vehicles whose person has to sign in again. Needed in
   * production.
   * @default a store in memory, which is refused in production
   */
  store?: WebhookEventStore & Pick<VehicleStore, 'markVehicle'>
  /** Gets events for logs and metrics. */
  onEvent?: OnEvent
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: () => number
}
