// The options of createConnectBackend.

import type { ApiClock } from '../api/api-clock.ts'
import type { Scope } from '../api/permission.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import type { SimulatorOptions } from '../provider/simulator-option.ts'
import type { OnEvent } from '../server-event.ts'
import type { SessionParams } from '../session/connect-url.ts'
import type { ExchangeStore } from '../stores/exchange-store.ts'
import type { StartedSessionStore } from '../stores/started-session-store.ts'
import type { VehicleStore } from '../stores/vehicle-store.ts'
import type { WebhookEventStore } from '../stores/webhook-event-store.ts'
import type { WebhookCallbacks } from '../webhook/webhook-options.ts'
import type { ConnectedVehicle } from './connected-vehicle.ts'

/** What keeps sessions, vehicles and events: SQLite, PostgreSQL or, for development, memory. */
export type BackendStore = ExchangeStore & StartedSessionStore & VehicleStore & WebhookEventStore

/** What `onConnected` gets. */
export type ConnectedContext = {
  /** The app's user, as `user` found them. */
  readonly user: string
  /** The user's vehicles, the new ones among them. They are stored already. */
  readonly vehicles: readonly ConnectedVehicle[]
  /** The browser's request. Its body was read already. */
  readonly request: Request
}

/** What a session may be asked for beside `scope` and `mode`. */
export type BackendParams = Omit<
  SessionParams,
  'responseType' | 'scope' | 'mode' | 'externalId' | 'vehicleId'
>

/** Options of {@link createConnectBackend}. */
export type ConnectBackendOptions<T> = SimulatorOptions &
  WebhookCallbacks & {
    /** The id of the application, a UUID; Connect is opened with it. */
    applicationId: string
    /** The API credential. It is not the application id. */
    api: {
      /** The id of the credential, `client_…`. */
      clientId: string
      /** The secret of the credential. It never leaves the server. */
      clientSecret: string
    }
    /**
     * Finds the app's user of a request. Return `undefined` when nobody is signed in. What belongs to a
     * user is found by this id for ever, so return the id of the person and not of a login.
     */
    user: (request: Request) => string | undefined | Promise<string | undefined>
    /** The origins of the app's pages, such as `https://app.example.com`. Nothing is guessed from a Host header. */
    origins: string | readonly string[]
    /** The permissions, such as `required:read_odometer`. @default what the dashboard has */
    scope?: readonly Scope[]
    /** The mode that vehicles must have. @default 'live' */
    mode?: 'live' | 'simulated'
    /** Keeps sessions, vehicles and events. */
    store: BackendStore
    /** Returns what else Connect is asked for, such as `make` or `flags`. @default nothing */
    params?: (context: { user: string; request: Request }) => BackendParams | Promise<BackendParams>
    /**
     * Returns what the browser may see after a car was connected or signed in to again: JSON, or nothing.
     * @default the user's vehicles
     */
    onConnected?: (context: ConnectedContext) => T | Promise<T>
    /**
     * The redirect pages, where the backend is not on the origin of the pages.
     * @default the backend's own, at `…/redirect`
     */
    redirectUri?: string | readonly string[]
    /**
     * The path of the backend on the page's origin, where something in front of it takes a part of the
     * path away.
     * @default the path of the request
     */
    path?: string
    /** The management token of the application. With it there is `…/webhook`. */
    managementToken?: string | undefined
    /** The origin of Connect. @default 'https://connect.smartcar.com' */
    connectUrl?: string | undefined
    /** The token endpoint. @default 'https://iam.smartcar.com/oauth2/token' */
    iamUrl?: string | undefined
    /** The vehicle API. @default 'https://vehicle.api.smartcar.com' */
    apiUrl?: string | undefined
    /** Sends requests to the provider. @default the global fetch */
    fetch?: Fetch
    /** Time. @default the real clock */
    clock?: ApiClock
    /** Gets events for logs and metrics. */
    onEvent?: OnEvent
  }
