// The options of the exchange handler.

import type { Scope } from '../api/permission.ts'
import type { Connection } from '../api/resources.ts'
import type { MachineCredentials } from '../provider/machine-access.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import type { GrantedVehicle } from '../provider/read-grant.ts'
import type { SimulatorOptions } from '../provider/simulator-option.ts'
import type { Tokens } from '../provider/tokens.ts'
import type { OnEvent } from '../server-event.ts'
import type { AppSession } from '../session/app-session.ts'
import type { ExchangeStore } from '../stores/exchange-store.ts'
import type { StartedSessionStore } from '../stores/started-session-store.ts'
import type { LimitKey } from './limit-key.ts'
import type { UnverifiedGrant } from './posted-grant.ts'

/** What `onTokens` and `onConnected` get about the grant. */
export type ExchangeContext = {
  /** The browser's request. Its body was read already. */
  request: Request
  /**
   * Who is signed in, as the option `appSession` found it for this request; never empty. Reading it
   * throws where the handler has no `appSession`.
   */
  appSession: string
  /** The provider's id of the person, as the provider named it. */
  userId: string
  /** The vehicles of the grant with their permissions, as the provider named them. */
  vehicles: readonly GrantedVehicle[]
  /** The connections as the provider lists them, for a grant without a code. */
  connections: readonly Connection[]
  /**
   * When the exchange began, in milliseconds since 1970. The person had agreed by then, so what a webhook
   * tells about a vehicle after it is about this connection.
   */
  startMs: number
  /** What only the browser says. Never choose a user or a vehicle by it. */
  unverified: Pick<UnverifiedGrant, 'externalId' | 'virtualKeyUrl' | 'state'>
}

/** What `onReauthenticated` gets in addition to the vehicle's id. */
export type ReauthenticationContext = Pick<
  ExchangeContext,
  'request' | 'appSession' | 'userId' | 'connections' | 'startMs' | 'unverified'
> & {
  /**
   * The external id that this sign-in gave the person at the provider, in place of an earlier one.
   * Connections and webhooks name it from now on.
   */
  externalId: string
}

/** The functions of the app that get a grant which was checked. */
export type ExchangeCallbacks<T> = {
  /**
   * Stores the tokens and returns what the browser may see: JSON, or nothing for a 204. It runs at
   * most once per code. When it throws, takes longer than there is time, or returns a
   * token, the browser gets `not_stored`, and only `onEvent` gets the cause.
   */
  onTokens?: ((tokens: Tokens, context: ExchangeContext) => Promise<T>) | undefined
  /**
   * For `response_type=none`: stores the connections that the provider lists under the external id
   * of the session, and returns what the browser may see. Needs `machine` and `requireSession`.
   */
  onConnected?: ((context: ExchangeContext) => Promise<T>) | undefined
  /**
   * Runs when the person has signed in to a vehicle again, and returns what the browser may see. It
   * is the vehicle that the session was started for, and the provider lists it under the external id
   * that was made for this sign-in. Needs `machine` and `requireSession`. A `VehicleAccessError` refuses
   * it as `identity_mismatch`.
   */
  onReauthenticated?:
    | ((vehicleId: string, context: ReauthenticationContext) => Promise<T>)
    | undefined
}

/** Options of `createExchangeHandler`. */
export type ExchangeHandlerOptions<T> = ExchangeCallbacks<T> &
  SimulatorOptions & {
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
     * are, in which mode, and under which external id. A vehicle that is not listed is refused.
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
    scope?: readonly Scope[]
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
    /**
     * Says who sends a request, such as its address behind your proxy. Of one sender 20 grants a minute
     * may come to nothing; further ones get `too_many` (429) and are not sent. Each process counts by
     * itself. With `requireSession` made-up grants are not sent at all, so no limit is needed.
     * @default no limit
     */
    limitKey?: LimitKey
    /**
     * Remembers exchanges and started sessions. Needed in production.
     * @default a store in memory, which is refused in production
     */
    store?: ExchangeStore & StartedSessionStore
    /** Sends requests to the provider. @default the global fetch */
    fetch?: Fetch
    /** Gets events for logs and metrics. */
    onEvent?: OnEvent
    /** The clock, in milliseconds since 1970. @default Date.now */
    now?: () => number
    /** Waits, in milliseconds, until a new connection is looked for again. @default a timer */
    sleep?: ((ms: number) => Promise<void>) | undefined
  }
