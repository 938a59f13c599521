// The options of the session handler, and its answer.

import type { SimulatorOptions } from '../provider/simulator-option.ts'
import type { OnEvent } from '../server-event.ts'
import type { StartedSessionStore } from '../stores/started-session-store.ts'
import type { AppSession } from './app-session.ts'
import type { SessionParams } from './connect-url.ts'

/** What `params` gets to decide what a person may ask for. */
export type SessionContext = {
  /** The browser's request. Its body was read already. */
  request: Request
  /** Who is signed in, as `appSession` found it for this request; never empty. */
  appSession: string
  /** The vehicle to sign in to again, as the browser says. */
  vehicleId: string | undefined
}

/** Options of `createSessionHandler`. */
export type SessionHandlerOptions = SimulatorOptions & {
  /** The application that asks, sent as `application_id`. */
  clientId: string
  /** The redirect URI of the authorize request, exactly as it is registered in the dashboard. */
  redirectUri: string
  /** The origins of the app's pages, such as `https://app.example.com`. */
  origins: string | readonly string[]
  /** Remembers started sessions. Must be the store of the exchange handler. */
  store: StartedSessionStore
  /** Finds the app session of a request. Must be the one of the exchange handler. */
  appSession: AppSession
  /**
   * Returns what this person may ask for. A `VehicleAccessError` refuses the session as `not_yours`; what
   * else it throws refuses it as `not_started`, and only `onEvent` gets it.
   *
   * Danger: `vehicleId` comes from the browser. Return it only when the vehicle is this person's.
   */
  params: (context: SessionContext) => SessionParams | Promise<SessionParams>
  /** The origin of Connect. @default 'https://connect.smartcar.com' */
  connectUrl?: string | undefined
  /**
   * Where the exchange handler redeems the codes of these sessions.
   * @default 'https://auth.smartcar.com/oauth/token'
   */
  tokenUrl?: string | undefined
  /** Gets events for logs and metrics. */
  onEvent?: OnEvent
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: () => number
}

/** The answer to the browser, as JSON. */
export type SessionAnswer = {
  /** The full address for the popup. */
  url: string
  /** The state token. The browser expects it back, and sends it as `Idempotency-Key`. */
  state: string
  /** How long the session can still be completed, in milliseconds. */
  expiresInMs: number
}
