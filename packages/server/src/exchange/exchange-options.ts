// The options of the exchange handler.

import type { MachineCredentials } from '../provider/machine-access.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import type { GrantedVehicle } from '../provider/read-grant.ts'
import type { Tokens } from '../provider/tokens.ts'
import type { OnEvent } from '../server-event.ts'
import type { AppSession } from '../session/app-session.ts'
import type { ExchangeStore } from '../stores/exchange-store.ts'
import type { StartedSessionStore } from '../stores/started-session-store.ts'
import type { UnverifiedGrant } from './posted-grant.ts'

/** What `onTokens` and `onConnected` get about the grant. */
export type ExchangeContext = {
  /** The browser's request, to find the app session. Its body was read already. */
  request: Request
  /** The provider's id of the person, as the provider named it. */
  userId: string
  /** The vehicles of the grant with their permissions, as the provider named them. */
  vehicles: readonly GrantedVehicle[]
  /** What only the browser says. Never choose a user or a vehicle by it. */
  unverified: Pick<UnverifiedGrant, 'externalId' | 'virtualKeyUrl' | 'state'>
}

/** What `onReauthenticated` gets in addition to the vehicle's id. */
export type ReauthenticationContext = Pick<ExchangeContext, 'request' | 'unverified'>

/** The functions of the app that get a grant which was checked. */
export type ExchangeCallbacks<T> = {
  /**
   * Stores the tokens and returns what the browser may see: JSON, or nothing for a 204. It runs at
   * most once per code. When it throws, the browser gets `not_stored` without the message.
   */
  onTokens?: ((tokens: Tokens, context: ExchangeContext) => Promise<T>) | undefined
  /**
   * For `response_type=none`: stores the connections that the provider lists under the external id
   * of the session, and returns what the browser may see. Needs `machine` and `requireSession`.
   */
  onConnected?: ((context: ExchangeContext) => Promise<T>) | undefined
  /**
   * Runs when the person has signed in to a vehicle again, and returns what the browser may see.
   *
   * Danger: with `requireSession` it is the vehicle that the session was started for. Without, the
   * id is only what the browser says.
   */
  onReauthenticated?:
    | ((vehicleId: string, context: ReauthenticationContext) => Promise<T>)
    | undefined
}

/** Options of `createExchangeHandler`. */
export type ExchangeHandlerOptions<T> = ExchangeCallbacks<T> & {
  /** The application that redeems the codes. */
  clientId: string
  /** The client secret. Needed with `onTokens`. */
  clientSecret?: string
  /** The redirect URI of the authorize request, exactly as it is registered in the dashboard. */
  redirectUri: string
  /** The origins of the app's pages, such as `https://app.example.com`. */
  origins: string | readonly string[]
  /**
   * The credentials of version 3. With them the provider is also asked for connections: whose they
   * are, and in which mode.
   */
  machine?: MachineCredentials
  /** The token endpoint. @default 'https://auth.smartcar.com/oauth/token' */
  tokenUrl?: string | undefined
  /** The vehicle API of version 2. @default 'https://api.smartcar.com' */
  apiUrl?: string | undefined
  /**
   * The permissions that were asked for, `required:` included. A grant with less or with more is
   * refused. For sessions of `createSessionHandler`, what its `params` returned counts instead.
   * @default any
   */
  scope?: readonly string[]
  /**
   * The mode that was asked for; a vehicle of another mode is refused. Where the provider does not
   * tell the mode, a vehicle whose VIN begins like the provider's samples (`0SC…`) counts as
   * simulated. For sessions of `createSessionHandler`, what its `params` returned counts instead.
   * @default 'live' with `NODE_ENV=production`, else any
   */
  mode?: 'live' | 'simulated' | 'test'
  /** Binds every exchange to the app session; a request without one is refused. @default no binding */
  appSession?: AppSession
  /**
   * Accepts only sessions that `createSessionHandler` started, with the same `store` and
   * `appSession`.
   * @default false
   */
  requireSession?: boolean
  /** Remembers exchanges and started sessions. @default a store in memory */
  store?: ExchangeStore & StartedSessionStore
  /** Sends requests to the provider. @default the global fetch */
  fetch?: Fetch
  /** Gets events for logs and metrics. */
  onEvent?: OnEvent
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: () => number
}
