// The options of the exchange handler.

import type { GrantedVehicle } from '../provider/provider-api.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import type { Tokens } from '../provider/tokens.ts'
import type { OnEvent } from '../server-event.ts'
import type { AppSession } from '../session/app-session.ts'
import type { ExchangeStore } from '../stores/exchange-store.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import type { UnverifiedGrant } from './posted-grant.ts'

/** What `onTokens` gets beside the tokens. */
export type ExchangeContext = {
  /** The browser's request, to find the app's own session. Its body is spent. */
  request: Request
  /** The provider's id of the person, asked with the new tokens. */
  userId: string
  /** The vehicles that the tokens open, with their permissions, asked with the new tokens. */
  vehicles: readonly GrantedVehicle[]
  /** What only the browser says. Never choose a user or a vehicle by it. */
  unverified: Pick<UnverifiedGrant, 'externalId' | 'virtualKeyUrl' | 'state'>
}

/** What `onReauthenticated` gets beside the vehicle's id. */
export type ConnectedContext = Pick<ExchangeContext, 'request' | 'unverified'>

/** Credentials of version 3, for calls as the application itself. */
export type MachineCredentials = {
  /** The API credential, `client_…`. */
  clientId: string
  clientSecret: string
  /** @default 'https://iam.smartcar.com/oauth2/token' */
  iamUrl?: string | undefined
  /** @default 'https://vehicle.api.smartcar.com' */
  apiUrl?: string | undefined
}

/** Options of `createExchangeHandler`. */
export type ExchangeHandlerOptions<T> = {
  clientId: string
  /** Needed with `onTokens`. */
  clientSecret?: string
  /** Exactly the redirect URI of the authorize request. */
  redirectUri: string
  /** The origins of the app's pages, such as `https://app.example.com`. */
  origins: string | readonly string[]
  /**
   * Stores the tokens and returns what the browser may see: JSON, or nothing for a 204. It runs at
   * most once per code. What it throws is answered as a problem without its message.
   */
  onTokens?: (tokens: Tokens, context: ExchangeContext) => Promise<T>
  /**
   * For `response_type=none`: stores the connection that the provider lists under the session's
   * external id. Needs `machine` and `requireSession`.
   */
  onConnected?: (context: ExchangeContext) => Promise<T>
  /**
   * The person signed in to a vehicle again. With `requireSession` it is the vehicle that the
   * session was started for; without, it is only what the browser says.
   */
  onReauthenticated?: (vehicleId: string, context: ConnectedContext) => Promise<T>
  /** Asks for connections too: whose they are, and in which mode. */
  machine?: MachineCredentials
  /** @default 'https://auth.smartcar.com/oauth/token' */
  tokenUrl?: string | undefined
  /** The vehicle API. @default 'https://api.smartcar.com' */
  apiUrl?: string | undefined
  /**
   * What was asked for, `required:` prefixes included; a grant with less or with more is refused.
   * Sessions of `createSessionHandler` bring their own.
   */
  scope?: readonly string[]
  /**
   * The mode that was asked for; a vehicle of another is refused. Where the provider does not tell
   * it, a vehicle that shares a VIN of the provider's samples (`0SC…`) counts as simulated.
   * Sessions of `createSessionHandler` bring their own.
   * @default 'live' with `NODE_ENV=production`, else any
   */
  mode?: 'live' | 'simulated' | 'test'
  /** Binds every exchange to the app's own session; without one it is refused. */
  appSession?: AppSession
  /**
   * Accepts only sessions that `createSessionHandler` started, with the same store and
   * `appSession`.
   * @default false
   */
  requireSession?: boolean
  /** @default a store in memory */
  store?: ExchangeStore & FlowStore
  /** @default the global fetch */
  fetch?: Fetch
  onEvent?: OnEvent
  /** @default Date.now */
  now?: () => number
}
