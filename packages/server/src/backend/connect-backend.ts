// createConnectBackend: session, redirect page, exchange and webhook below one path.

import { realClock } from '../api/api-clock.ts'
import { createSmartcarApi } from '../api/smartcar-api.ts'
import { openApi } from '../api/smartcar-api-options.ts'
import { allowedOrigins } from '../http/allowed-origins.ts'
import { allowReading } from '../http/cross-origin.ts'
import { outcomeResponse } from '../http/outcome-response.ts'
import { judgeOnce } from '../options/judge-once.ts'
import { problemOutcome } from '../problems/problem-outcome.ts'
import { setUpProblem } from '../problems/set-up-problem.ts'
import { createReporter } from '../reporting/reporter.ts'
import { tellDeveloper } from '../reporting/tell-developer.ts'
import { adviseOnScope } from '../session/scope-advice.ts'
import { backendConfiguration } from './backend-configuration.ts'
import type { ConnectBackendOptions } from './backend-options.ts'
import { createBackendWebhook } from './backend-webhook.ts'
import { checkReach } from './check-reach.ts'
import type { ConnectBackend } from './connect-backend-contract.ts'
import type { ConnectedVehicle } from './connected-vehicle.ts'
import { createLiveUpdates } from './live-updates.ts'
import { answerPage } from './page-endpoints.ts'
import { redirectAddress } from './redirect-address.ts'
import { redirectPageResponse } from './redirect-page.ts'
import { createSessionPair, type SessionPair } from './session-pair.ts'
import { createUserVehicles } from './user-vehicles.ts'

// So many pairs of handlers as an app has origins; a made-up path must not add one for each request.
const mostPairs = 20

// Scripts of pages have no business there.
const forNoPage = ['redirect', 'webhook']

/**
 * Creates the backend of an app for version 3. The options are judged at the first request, or by
 * `check()`.
 *
 * @returns the backend: `fetch` for the routes below its path, and what the app itself calls. Options that
 * cannot work make `check()` reject with a `TypeError`, and requests get a problem in place of an answer.
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
  const apiOptions = {
    clientId,
    clientSecret,
    simulator,
    allowSimulatorInProduction,
    iamUrl: options.iamUrl,
    apiUrl: options.apiUrl,
    ...(options.clock && { clock: options.clock }),
    ...(options.fetch && { fetch: options.fetch }),
  }
  const api = createSmartcarApi(apiOptions)
  const sleep = options.clock?.sleep ?? realClock.sleep
  const settings = { api, store, updates, mode, scope, now, sleep }
  const vehicles = createUserVehicles(settings)
  const webhook = createBackendWebhook(options, settings, report)
  const pairs = new Map<string, SessionPair>()
  // All of it, so that nobody goes through Connect for an exchange that cannot work.
  const judged = judgeOnce(async () => {
    const configuration = backendConfiguration(options)
    openApi(apiOptions) // its options have the names here that the app gave
    const { session, exchange } = pairFor(anyRedirectUri(configuration))
    await session.check()
    await exchange.check()
    if (options.managementToken) await webhook.check()
    adviseOnScope(scope ?? [])
    return configuration
  })

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
    // The simulator takes every address of this machine.
    if (isCall && part === 'session' && !simulator) {
      tellDeveloper('info', `Register this redirect URI in Smartcar's dashboard: ${redirectUri}`)
    }
    return pairFor(redirectUri)[part](request)
  }

  /** Lets a page on another host of the app read a failure, which would look like a mistake in CORS. */
  function readable(request: Request, response: Response): Response {
    if (forNoPage.includes(partOf(request))) return response
    try {
      const origins = allowedOrigins(options.origins)
      return allowReading({ origins, withCookies: true }, request, response)
    } catch {
      return response // `origins` is what is wrong
    }
  }

  async function answer(request: Request): Promise<Response> {
    const part = partOf(request)
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
        const { problem, failure } = setUpProblem(thrown)
        const outcome = problemOutcome(problem)
        report({ ...failedPart(partOf(request)), problem, status: outcome.status, ...failure })
        return readable(request, outcomeResponse(outcome))
      }
    },
    async check(where) {
      const { redirectUris } = await judged()
      if (where === undefined) return
      await checkReach({
        address: where.address,
        servesRedirect: redirectUris.length === 0,
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

/** The last part of the path: the path in front of it is where the app mounts the backend. */
function partOf({ url }: Request): string {
  return new URL(url).pathname.replace(/\/$/, '').split('/').at(-1) ?? ''
}

/** How events tell of a request to a part that the set-up made fail. */
function failedPart(part: string) {
  if (part === 'session') return { type: 'session_failed' } as const
  if (part === 'exchange') return { type: 'exchange_failed' } as const
  return { type: 'request_failed', endpoint: part } as const
}

function nothing(): Response {
  // The same for every address, so that it tells nobody which options are set.
  const text =
    'Smartcar Connect has no such address. There are session, exchange, redirect, connections, disconnect and events, and webhook where managementToken is given.\n'
  return new Response(text, { status: 404, headers: { 'cache-control': 'no-store' } })
}
