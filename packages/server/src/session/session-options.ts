// The options of the session handler, and its answer.

import type { OnEvent } from '../server-event.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import type { AppSession } from './app-session.ts'
import type { SessionParams } from './connect-url.ts'

/** Options of `createSessionHandler`. */
export type SessionHandlerOptions = {
  /** Sent as `application_id`. */
  clientId: string
  redirectUri: string
  /** The origins of the app's pages, such as `https://app.example.com`. */
  origins: string | readonly string[]
  /** The same store and `appSession` as the exchange handler's. */
  store: FlowStore
  appSession: AppSession
  /**
   * What this person may ask for. A `vehicleId` comes from the browser: return it only when it is
   * this person's. Throwing refuses the session.
   */
  params: (context: {
    request: Request
    vehicleId: string | undefined
  }) => SessionParams | Promise<SessionParams>
  /** @default 'https://connect.smartcar.com' */
  connectUrl?: string | undefined
  /** Where codes of these sessions are redeemed. @default 'https://auth.smartcar.com/oauth/token' */
  tokenUrl?: string | undefined
  onEvent?: OnEvent
  /** @default Date.now */
  now?: () => number
}

/** The answer to the browser, as JSON. */
export type StartedSession = {
  /** The full address for the popup. */
  url: string
  /** The state token: expected back, and sent as `Idempotency-Key` with the exchange. */
  state: string
  /** How long the session can still be finished, in milliseconds. */
  expiresInMs: number
}
