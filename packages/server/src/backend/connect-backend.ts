// createConnectBackend: session, redirect page, exchange and webhook below one path.

import { realClock } from '../api/api-clock.ts'
import { createSmartcarApi, type SmartcarApi } from '../api/smartcar-api.ts'
import { createExchangeHandler } from '../exchange/exchange-handler.ts'
import { allowedOrigins } from '../http/allowed-origins.ts'
import { outcomeResponse } from '../http/outcome-response.ts'
import type { RequestHandler } from '../http/request-handler.ts'
import { checkedRedirectUri } from '../options/checked-redirect-uri.ts'
import { judgeOnce } from '../options/judge-once.ts'
import { optionError } from '../options/option-error.ts'
import { problemOutcome } from '../problems/problem-outcome.ts'
import { failureOf } from '../reporting/failure.ts'
import { createReporter } from '../reporting/reporter.ts'
import type { SessionParams } from '../session/connect-url.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import type { WebhookEvent } from '../webhook/webhook-event.ts'
import { createWebhookHandler } from '../webhook/webhook-handler.ts'
import type { BackendStore, ConnectBackendOptions, ConnectedVehicle } from './backend-options.ts'
import { newExternalId } from './external-id.ts'
import { connectedVehicle, linkVehicles } from './link-vehicles.ts'
import { createLiveUpdates } from './live-updates.ts'
import { answerPage } from './page-endpoints.ts'
import { redirectAddress } from './redirect-address.ts'
import { redirectPageResponse } from './redirect-page.ts'
import { type UserVehicle, userVehicle } from './user-vehicle.ts'
import { VehicleAccessError } from './vehicle-access-error.ts'

/** A user, and one of their vehicles by Smartcar's id, which may come from a browser. */
export type UserVehicleRef = { readonly user: string; readonly vehicleId: string }

/** The backend of an app: a function for requests, and what the app itself can do. */
export type ConnectBackend = {
  /** Answers every request below its path; never rejects. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Judges the options and tries the store, for a deployment to find out before the first person does. */
  readonly check: () => Promise<void>
  /**
   * Opens a vehicle for its user. Nothing is sent to Smartcar before it is known to be theirs.
   *
   * @throws {VehicleAccessError} for a vehicle that is not this user's, or that has to be signed in to.
   */
  readonly vehicle: (ref: UserVehicleRef) => Promise<UserVehicle>
  /** The vehicles of a user. */
  readonly connections: (user: string) => Promise<readonly ConnectedVehicle[]>
  /**
   * Ends the application's access to a vehicle.
   *
   * @throws {VehicleAccessError} for a vehicle that is not this user's.
   */
  readonly disconnect: (ref: UserVehicleRef) => Promise<void>
  /**
   * All of version 3.
   *
   * Danger: it reaches the cars of every person. Give it no id that a browser sent.
   */
  readonly api: SmartcarApi
}

type Parts = { readonly session: RequestHandler; readonly exchange: RequestHandler }

// So many pairs of handlers as an app has origins; a made-up path must not add one for each request.
const mostParts = 20

/**
 * Creates the backend of an app for version 3. The options are judged at the first request, or by
 * `check()`.
 *
 * @see https://smartcar.com/docs/getting-started/how-to/m2m/migration-guide
 * @example
 * export const smartcar = createConnectBackend({
 *   applicationId, api: { clientId, clientSecret }, origins: 'https://app.example.com',
 *   user: request => userIdOf(request), scope: ['required:read_vehicle_info', 'read_odometer'],
 *   store: createSqliteStore({ file: 'smartcar.db' }),
 * })
 * app.all('/api/smartcar/*', context => smartcar.fetch(context.req.raw))
 */
export function createConnectBackend<T = readonly ConnectedVehicle[]>(
  options: ConnectBackendOptions<T>,
): ConnectBackend {
  const { store, clock = realClock, simulator, allowSimulatorInProduction } = options
  const now = clock.now
  const simulated = { simulator, allowSimulatorInProduction }
  const { clientId, clientSecret } = options.api ?? {}
  const report = createReporter(options.onEvent, [{ clientId, clientSecret }])
  const api = createSmartcarApi({
    clientId,
    clientSecret,
    ...simulated,
    iamUrl: options.iamUrl,
    apiUrl: options.apiUrl,
    clock,
    ...(options.fetch && { fetch: options.fetch }),
  })
  const updates = createLiveUpdates()
  const webhook = createWebhookHandler({
    managementToken: options.managementToken ?? '',
    store,
    async onVehicleState(event) {
      await options.onVehicleState?.(event)
      await tellPages(event, 'signals')
    },
    async onVehicleError(event) {
      await options.onVehicleError?.(event)
      await tellPages(event, 'problem')
    },
    onOtherEvent: options.onOtherEvent,
    now,
    ...(options.onEvent && { onEvent: options.onEvent }),
  })
  /** Pages ask for the figures themselves; only whose vehicle it is has to be known. */
  async function tellPages(event: WebhookEvent, type: 'signals' | 'problem'): Promise<void> {
    const { userId, vehicle } = event
    if (userId === undefined || vehicle === undefined) return
    for (const { user, vehicleId } of await store.vehiclesOfPerson(userId)) {
      if (vehicleId === vehicle.id) updates.publish(user, { type, vehicleId })
    }
  }

  const judged = judgeOnce(() => judge(options))
  const parts = new Map<string, Parts>()

  async function paramsFor(
    user: string,
    request: Request,
    vehicleId: string | undefined,
  ): Promise<SessionParams> {
    if (vehicleId !== undefined) {
      // The id comes from the browser.
      if ((await store.readVehicle(user, vehicleId)) === undefined) {
        throw new VehicleAccessError('not_connected', vehicleId)
      }
      return { vehicleId }
    }
    const { scope, mode = 'live' } = options
    return {
      ...(await options.params?.({ user, request })),
      responseType: 'none',
      mode,
      externalId: newExternalId(),
      ...(scope && { scope }),
    }
  }

  async function answerFor(user: string, request: Request): Promise<T> {
    const vehicles = await connections(user)
    // Without a function of the app the vehicles are the answer, which is the default of T.
    return options.onConnected?.({ user, vehicles, request }) ?? (vehicles as T)
  }

  function partsFor(redirectUri: string): Parts {
    const known = parts.get(redirectUri)
    if (known !== undefined) return known
    const both = {
      clientId: options.applicationId,
      redirectUri,
      origins: options.origins,
      store,
      appSession: options.user,
      ...simulated,
      now,
      ...(options.onEvent && { onEvent: options.onEvent }),
    }
    const made: Parts = {
      session: createSessionHandler({
        ...both,
        connectUrl: options.connectUrl,
        params: ({ appSession, request, vehicleId }) => paramsFor(appSession, request, vehicleId),
      }),
      exchange: createExchangeHandler<T>({
        ...both,
        requireSession: true,
        machine: {
          clientId,
          clientSecret,
          iamUrl: options.iamUrl,
          apiUrl: options.apiUrl,
        },
        ...(options.fetch && { fetch: options.fetch }),
        async onConnected({ appSession, connections: listed, request }) {
          await linkVehicles(store, appSession, listed, now())
          return answerFor(appSession, request)
        },
        async onReauthenticated(vehicleId, { appSession, userId, connections: listed, request }) {
          const known = await store.readVehicle(appSession, vehicleId)
          // Somebody else signed in to the same car: it stays theirs.
          if (known?.smartcarUserId !== userId) {
            throw new VehicleAccessError('not_connected', vehicleId)
          }
          await linkVehicles(store, appSession, listed, now())
          return answerFor(appSession, request)
        },
      }),
    }
    if (parts.size >= mostParts) parts.clear()
    parts.set(redirectUri, made)
    return made
  }

  async function startOrExchange(part: keyof Parts, request: Request): Promise<Response> {
    const { origins, redirectUris } = await judged()
    const origin = request.headers.get('origin') ?? ''
    // A page that may not call is refused by the handler itself; any redirect URI serves for that.
    const pageOrigin = origins.has(origin) ? origin : ([...origins][0] ?? '')
    const where = { configured: redirectUris, path: options.path }
    const isPreflight = request.method === 'OPTIONS'
    const redirectUri = isPreflight
      ? `${pageOrigin}/redirect`
      : redirectAddress(where, request, pageOrigin)
    return partsFor(redirectUri)[part](request)
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const part = pathname.replace(/\/$/, '').split('/').at(-1)
    switch (part) {
      case 'session':
        return startOrExchange('session', request)
      case 'exchange':
        return startOrExchange('exchange', request)
      case 'redirect':
        return redirectPageResponse(request)
      case 'connections':
      case 'disconnect':
      case 'events':
        return answerPage({ ...pageSettings, origins: (await judged()).origins }, part, request)
      case 'webhook':
        return options.managementToken ? webhook(request) : nothing()
      default:
        return nothing()
    }
  }

  async function connections(user: string): Promise<readonly ConnectedVehicle[]> {
    return (await store.vehiclesOf(user)).map(connectedVehicle)
  }

  async function disconnect({ user, vehicleId }: UserVehicleRef): Promise<void> {
    const stored = await store.readVehicle(user, vehicleId)
    if (stored === undefined) throw new VehicleAccessError('not_connected', vehicleId)
    const { connectionId, smartcarUserId } = stored
    if (connectionId !== null) await disconnectOnce(api, connectionId)
    await store.deleteVehicle({ smartcarUserId, vehicleId })
    updates.publish(user, { type: 'disconnected', vehicleId })
  }

  const pageSettings = { user: options.user, connections, disconnect, updates, report }

  return {
    async fetch(request) {
      try {
        return await answer(request)
      } catch (thrown) {
        const outcome = problemOutcome('configuration')
        const { status } = outcome
        report({
          type: 'session_failed',
          problem: 'configuration',
          status,
          ...failureOf('options', thrown, []),
        })
        return outcomeResponse(outcome)
      }
    },
    async check() {
      const { origins, redirectUris } = await judged()
      const [origin = ''] = origins
      const { session, exchange } = partsFor(redirectUris[0] ?? `${origin}/redirect`)
      await session.check()
      await exchange.check()
      if (options.managementToken) await webhook.check()
    },
    async vehicle({ user, vehicleId }) {
      const stored = await store.readVehicle(user, vehicleId)
      if (stored === undefined) throw new VehicleAccessError('not_connected', vehicleId)
      if (stored.state === 'needs_reauth') throw new VehicleAccessError('needs_reauth', vehicleId)
      return userVehicle(api, store, stored, now)
    },
    connections,
    disconnect,
    api,
  }
}

/** A connection that is gone already is what was wanted. */
async function disconnectOnce(api: SmartcarApi, connectionId: string): Promise<void> {
  try {
    await api.disconnect(connectionId)
  } catch (error) {
    const isGone = error instanceof Error && 'status' in error && error.status === 404
    if (!isGone) throw error
  }
}

function nothing(): Response {
  return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
}

/** Checks what the parts do not check themselves. */
async function judge<T>({ origins, redirectUri, store, user }: ConnectBackendOptions<T>): Promise<{
  origins: ReadonlySet<string>
  redirectUris: readonly string[]
}> {
  if (typeof user !== 'function') {
    throw optionError(
      'user',
      'user is not a function, so nobody would know whose cars are connected. Give a function from the request to the id of who is signed in.',
    )
  }
  if (!isBackendStore(store)) {
    throw optionError(
      'store',
      'store keeps no vehicles, so nobody would know whose they are. Give createSqliteStore or createPostgresStore, called with their options.',
    )
  }
  return {
    origins: allowedOrigins(origins),
    redirectUris: redirectUri === undefined ? [] : [redirectUri].flat().map(checkedRedirectUri),
  }
}

function isBackendStore(store: Partial<BackendStore> | undefined): boolean {
  return typeof store?.saveVehicle === 'function' && typeof store.claimEvent === 'function'
}
