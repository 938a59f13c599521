// createConnectBackend: session, redirect page, exchange and webhook below one path.

import { realClock } from '../api/api-clock.ts'
import { createSmartcarApi } from '../api/smartcar-api.ts'
import { outcomeResponse } from '../http/outcome-response.ts'
import { judgeOnce } from '../options/judge-once.ts'
import { problemOutcome } from '../problems/problem-outcome.ts'
import { failureOf } from '../reporting/failure.ts'
import { createReporter } from '../reporting/reporter.ts'
import { backendConfiguration } from './backend-configuration.ts'
import type { ConnectBackendOptions, ConnectedVehicle } from './backend-options.ts'
import { createBackendWebhook } from './backend-webhook.ts'
import { checkReach } from './check-reach.ts'
import type { ConnectBackend } from './connect-backend-contract.ts'
import { createLiveUpdates } from './live-updates.ts'
import { answerPage } from './page-endpoints.ts'
import { redirectAddress } from './redirect-address.ts'
import { redirectPageResponse } from './redirect-page.ts'
import { createSessionPair, type SessionPair } from './session-pair.ts'
import { createUserVehicles } from './user-vehicles.ts'

// So many pairs of handlers as an app has origins; a made-up path must not add one for each request.
const mostPairs = 20

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
  const { store, simulator, allowSimulatorInProduction, mode = 'live', scope } = options
  const { clientId, clientSecret } = options.api ?? {}
  // Rows are compared across processes and restarts, so this clock is the one that they share.
  const now = options.clock?.now ?? Date.now
  const report = createReporter(options.onEvent, [{ clientId, clientSecret }])
  const updates = createLiveUpdates()
  const api = createSmartcarApi({
    clientId,
    clientSecret,
    simulator,
    allowSimulatorInProduction,
    iamUrl: options.iamUrl,
    apiUrl: options.apiUrl,
    ...(options.clock && { clock: options.clock }),
    ...(options.fetch && { fetch: options.fetch }),
  })
  const sleep = options.clock?.sleep ?? realClock.sleep
  const settings = { api, store, updates, mode, scope, now, sleep }
  const vehicles = createUserVehicles(settings)
  const webhook = createBackendWebhook(options, settings, report)
  const judged = judgeOnce(() => backendConfiguration(options))
  const pairs = new Map<string, SessionPair>()

  function pairFor(redirectUri: string): SessionPair {
    const known = pairs.get(redirectUri)
    if (known !== undefined) return known
    const made = createSessionPair(options, vehicles, redirectUri, now)
    if (pairs.size >= mostPairs) pairs.clear()
    pairs.set(redirectUri, made)
    return made
  }

  async function startOrExchange(part: keyof SessionPair, request: Request): Promise<Response> {
    const { origins, redirectUris, path } = await judged()
    const origin = request.headers.get('origin') ?? ''
    // The handler refuses a page that may not call, and answers a preflight, with any redirect URI.
    const isCall = origins.has(origin) && request.method === 'POST'
    const redirectUri = isCall
      ? redirectAddress({ configured: redirectUris, path }, request, origin)
      : anyRedirectUri({ origins, redirectUris })
    return pairFor(redirectUri)[part](request)
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const part = pathname.replace(/\/$/, '').split('/').at(-1)
    switch (part) {
      case 'session':
      case 'exchange':
        return startOrExchange(part, request)
      case 'redirect':
        return redirectPageResponse(request)
      case 'connections':
      case 'disconnect':
      case 'events': {
        const { origins } = await judged()
        const page = { origins, user: options.user, vehicles, updates, report }
        return answerPage(page, part, request)
      }
      case 'webhook':
        return options.managementToken ? webhook(request) : nothing()
      default:
        return nothing()
    }
  }

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
    async check(where) {
      const configuration = await judged()
      const { session, exchange } = pairFor(anyRedirectUri(configuration))
      await session.check()
      await exchange.check()
      if (options.managementToken) await webhook.check()
      if (where === undefined) return
      await checkReach({
        address: where.address,
        servesRedirect: configuration.redirectUris.length === 0,
        managementToken: options.managementToken,
        fetch: options.fetch ?? (request => fetch(request)),
      })
    },
    vehicle: vehicles.vehicle,
    connections: vehicles.connections,
    disconnect: vehicles.disconnect,
    api,
  }
}

function anyRedirectUri({
  origins,
  redirectUris,
}: {
  readonly origins: ReadonlySet<string>
  readonly redirectUris: readonly string[]
}): string {
  const [origin = ''] = origins
  return redirectUris[0] ?? `${origin}/redirect`
}

function nothing(): Response {
  return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
}
