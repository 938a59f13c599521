// The session handler and the exchange handler of one redirect URI.

import { createExchangeHandler } from '../exchange/exchange-handler.ts'
import type { RequestHandler } from '../http/request-handler.ts'
import { VehicleAccessError } from '../problems/vehicle-access-error.ts'
import { guardStore } from '../reporting/call-app.ts'
import { findAppSession, userMs } from '../session/app-session.ts'
import type { SessionParams } from '../session/connect-url.ts'
import { newExternalId } from '../session/external-id.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import type { ConnectBackendOptions } from './backend-options.ts'
import type { ConnectedVehicle } from './connected-vehicle.ts'
import type { UserVehicles } from './user-vehicles.ts'

/** The two handlers of a session. */
export type SessionPair = { readonly session: RequestHandler; readonly exchange: RequestHandler }

const storeTimeoutMs = 5_000

/**
 * Creates the handlers of the sessions that come back to a redirect URI.
 *
 * @param vehicles where vehicles are written down.
 * @param now the clock, in milliseconds since 1970.
 */
export function createSessionPair<T>(
  options: ConnectBackendOptions<T>,
  vehicles: UserVehicles,
  redirectUri: string,
  now: () => number,
): SessionPair {
  const { store, simulator, allowSimulatorInProduction, iamUrl, apiUrl } = options
  const { clientId, clientSecret } = options.api ?? {}

  async function paramsFor(
    user: string,
    request: Request,
    vehicleId: string | undefined,
  ): Promise<SessionParams> {
    if (vehicleId !== undefined) {
      // The id comes from the browser.
      const known = await guardStore(store, storeTimeoutMs).readVehicle(user, vehicleId)
      if (known === undefined) throw new VehicleAccessError('not_connected', vehicleId)
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
    const connected = await vehicles.connections(user)
    // Without a function of the app the vehicles are the answer, which is the default of T.
    const { onConnected = () => connected as T & readonly ConnectedVehicle[] } = options
    return onConnected({ user, vehicles: connected, request })
  }

  const both = {
    clientId: options.applicationId,
    redirectUri,
    origins: options.origins,
    store,
    // What the function does wrong is told of the option that the app gave.
    appSession: (request: Request) => findAppSession(options.user, request, userMs, 'user'),
    simulator,
    allowSimulatorInProduction,
    now,
    ...(options.onEvent && { onEvent: options.onEvent }),
  }
  return {
    session: createSessionHandler({
      ...both,
      connectUrl: options.connectUrl,
      params: ({ appSession, request, vehicleId }) => paramsFor(appSession, request, vehicleId),
    }),
    exchange: createExchangeHandler<T>({
      ...both,
      requireSession: true,
      machine: { clientId, clientSecret, iamUrl, apiUrl },
      sleep: options.clock?.sleep,
      ...(options.fetch && { fetch: options.fetch }),
      async onConnected({ appSession, userId, connections, startMs, request }) {
        await vehicles.link(appSession, userId, connections, startMs)
        return answerFor(appSession, request)
      },
      async onReauthenticated(vehicleId, { appSession, userId, connections, startMs, request }) {
        const known = await store.readVehicle(appSession, vehicleId)
        // Somebody else signed in to the same car: it stays theirs.
        if (known?.smartcarUserId !== userId) {
          throw new VehicleAccessError('not_connected', vehicleId)
        }
        await vehicles.renew(appSession, connections, startMs)
        await vehicles.mendAccount(known, startMs)
        return answerFor(appSession, request)
      },
    }),
  }
}
