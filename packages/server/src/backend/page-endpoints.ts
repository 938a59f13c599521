// What the components of a page ask for: the user's vehicles, the end of one, and what changes.

import { isSmartcarApiError } from '../api/smartcar-api-error.ts'
import { allowReading, type CrossOrigin, preflightResponse } from '../http/cross-origin.ts'
import { parseFlatJson } from '../http/flat-json.ts'
import { outcomeResponse } from '../http/outcome-response.ts'
import { canPost } from '../http/posted-values.ts'
import { readRequestBody } from '../http/read-request-body.ts'
import { guardReading } from '../http/reading-guard.ts'
import { guardRequest } from '../http/request-guard.ts'
import { type ProblemCode, problemOutcome, refusalOutcome } from '../problems/problem-outcome.ts'
import type { Refusal } from '../problems/refusal.ts'
import { isVehicleAccessError } from '../problems/vehicle-access-error.ts'
import { callApp } from '../reporting/call-app.ts'
import { failureOf, StepError } from '../reporting/failure.ts'
import type { Report } from '../reporting/reporter.ts'
import { type AppSession, findAppSession, isLoginStep, userMs } from '../session/app-session.ts'
import type { ConnectBackend } from './connect-backend-contract.ts'
import type { LiveUpdates } from './live-updates.ts'

/** What the endpoints are given. */
export type PageEndpointsSettings = {
  readonly origins: ReadonlySet<string>
  readonly user: AppSession
  readonly vehicles: Pick<ConnectBackend, 'connections' | 'disconnect'>
  readonly updates: LiveUpdates
  readonly report: Report
}

/** The endpoints for components. */
export type PageEndpoint = 'connections' | 'disconnect' | 'events'

const storeTimeoutMs = 10_000
const readingMethods = 'GET, POST'

/** Answers one request of a component; never rejects. */
export async function answerPage(
  settings: PageEndpointsSettings,
  endpoint: PageEndpoint,
  request: Request,
): Promise<Response> {
  const { origins, user: userOf, report } = settings
  const cross: CrossOrigin = { origins, withCookies: true }

  function refuse(refusal: Refusal): Response {
    const { reason, status } = refusal
    report({ type: 'request_refused', endpoint, reason, status })
    return outcomeResponse(refusalOutcome(refusal))
  }

  async function answer(): Promise<Response> {
    const isChange = endpoint === 'disconnect'
    const guard = isChange
      ? guardRequest(request, origins)
      : guardReading(request, origins, endpoint === 'events')
    if (!guard.ok) return refuse(guard)
    const user = await findAppSession(userOf, request, userMs, 'user')
    if (user === undefined) return refuse({ ok: false, status: 401, reason: 'no_session' })
    if (endpoint === 'connections') {
      const { connections } = settings.vehicles
      return json(await callApp('store.vehiclesOf', () => connections(user), storeTimeoutMs))
    }
    if (endpoint === 'events') {
      const listening = settings.updates.listen(user, request.signal)
      return listening ?? outcomeResponse(problemOutcome('too_many'))
    }
    const body = await readRequestBody(request)
    if (!body.ok) return refuse(body)
    const vehicleId = vehicleIdOf(body.bytes)
    if (vehicleId === undefined) return refuse({ ok: false, status: 400, reason: 'body_shape' })
    await settings.vehicles.disconnect({ user, vehicleId })
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  }

  function fail(thrown: unknown): Response {
    const problem = problemOf(thrown)
    if (problem === 'not_yours') return refuse({ ok: false, status: 403, reason: 'not_yours' })
    const outcome = problemOutcome(problem)
    const { status } = outcome
    const step = problem === 'provider_failed' ? 'provider.disconnect' : 'store.readVehicle'
    report({ type: 'request_failed', endpoint, problem, status, ...failureOf(step, thrown, []) })
    return outcomeResponse(outcome)
  }

  const preflight = preflightResponse(cross, request)
  if (preflight !== undefined) {
    preflight.headers.set('access-control-allow-methods', readingMethods)
    return preflight
  }
  return allowReading(cross, request, await answer().catch(fail))
}

function json(data: unknown): Response {
  return outcomeResponse({ status: 200, body: JSON.stringify(data) })
}

function vehicleIdOf(bytes: Uint8Array): string | undefined {
  const id = parseFlatJson(bytes)?.get('vehicleId')
  return id !== undefined && canPost('vehicleId', id) ? id : undefined
}

/** A vehicle that is somebody else's is answered like one that does not exist. */
function problemOf(thrown: unknown): ProblemCode {
  if (isVehicleAccessError(thrown)) return 'not_yours'
  if (thrown instanceof StepError && isLoginStep(thrown.step)) return 'app_failed'
  return isSmartcarApiError(thrown) ? 'provider_failed' : 'store_unavailable'
}
