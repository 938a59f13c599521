// One session, from the post to the answer: the one file that knows the order of its steps.

import { encodeBase64Url } from '../crypto/base64url.ts'
import { randomToken } from '../crypto/random-token.ts'
import { sha256 } from '../crypto/sha256.ts'
import { outcomeResponse } from '../http/outcome-response.ts'
import { readRequestBody } from '../http/read-request-body.ts'
import { guardRequest } from '../http/request-guard.ts'
import { requestSecrets } from '../http/request-secrets.ts'
import { type ProblemCode, problemOutcome, refusalOutcome } from '../problems/problem-outcome.ts'
import type { Refusal } from '../problems/refusal.ts'
import { isVehicleAccessError } from '../problems/vehicle-access-error.ts'
import { callApp } from '../reporting/call-app.ts'
import { type Failure, failureOf, StepError } from '../reporting/failure.ts'
import type { Report } from '../reporting/reporter.ts'
import { deadlineIn } from '../timing/deadline.ts'
import { findAppSession, hashAppSession, hashKey, isLoginStep } from './app-session.ts'
import { connectUrl, type SessionParams } from './connect-url.ts'
import { adviseOnScope } from './scope-advice.ts'
import type { SessionConfiguration } from './session-configuration.ts'
import { openingCookies } from './session-cookie.ts'
import type { SessionAnswer } from './session-options.ts'
import { parseSessionRequest } from './session-request.ts'
import { askedSession } from './session-setup.ts'

const deadlineMs = 30_000
const lifetimeMs = 15 * 60_000
const limits = { maxOpen: 5, maxPerMinute: 20 }

/** Answers one request; never rejects. */
export async function startSession(
  configuration: SessionConfiguration,
  request: Request,
  report: Report,
): Promise<Response> {
  const { cross, store, application, tokenUrl, now } = configuration
  const deadline = deadlineIn(deadlineMs)
  const state = randomToken()

  async function start(): Promise<Response> {
    const guard = guardRequest(request, cross.origins)
    if (!guard.ok) return refuse(guard)
    if (request.headers.get('sec-fetch-site') === 'cross-site') {
      return refuse({ ok: false, status: 403, reason: 'cross_site' })
    }
    const body = await readRequestBody(request)
    if (!body.ok) return refuse(body)
    const asked = parseSessionRequest(body.bytes)
    if (asked === undefined) return refuse({ ok: false, status: 400, reason: 'body_shape' })
    const timeoutMs = deadline.remainingMs()
    const appSession = await findAppSession(configuration.appSession, request, timeoutMs)
    if (appSession === undefined) return refuse({ ok: false, status: 401, reason: 'no_session' })

    const { vehicleId } = asked
    const { params, setup } = await callApp(
      'params',
      async () => askedSession(await configuration.params({ request, appSession, vehicleId })),
      deadline.remainingMs(),
    )
    adviseOnScope(params.scope ?? [])
    const url = addressOf(params, asked.state)
    const binding = randomToken()
    const createdMs = now()
    const { clientId, redirectUri } = application
    const isSaved = await store.saveStartedSession(
      {
        keyHash: await hashKey(appSession, state),
        appSessionHash: await hashAppSession(appSession),
        bindingHash: await sha256(binding),
        setup: { tokenUrl, clientId, redirectUri, ...setup },
        createdMs,
        expiresMs: createdMs + lifetimeMs,
      },
      limits,
    )
    if (!isSaved) return fail('too_many')
    const answer: SessionAnswer = { url, state, expiresInMs: lifetimeMs }
    const response = outcomeResponse({ status: 200, body: JSON.stringify(answer) })
    for (const cookie of await openingCookies(request, state, binding, createdMs)) {
      response.headers.append('set-cookie', cookie)
    }
    report({ type: 'session_started' })
    return response
  }

  function addressOf(params: SessionParams, appState: string | undefined): string {
    const suffix = appState ? `.${encodeBase64Url(new TextEncoder().encode(appState))}` : ''
    return connectUrl(application, params, `${state}${suffix}`).href
  }

  function refuse(refusal: Refusal): Response {
    const { reason, status } = refusal
    report({ type: 'session_refused', reason, status })
    return outcomeResponse(refusalOutcome(refusal))
  }

  function fail(problem: ProblemCode, failure?: Failure): Response {
    const outcome = problemOutcome(problem)
    report({ type: 'session_failed', problem, status: outcome.status, ...failure }, [
      state,
      ...requestSecrets(request),
    ])
    return outcomeResponse(outcome)
  }

  try {
    return await start()
  } catch (thrown) {
    const cause = thrown instanceof StepError ? thrown.cause : undefined
    if (isVehicleAccessError(cause)) return refuse({ ok: false, status: 403, reason: 'not_yours' })
    return fail(problemOf(thrown), failureOf('store.saveStartedSession', thrown, []))
  }
}

function problemOf(thrown: unknown): ProblemCode {
  const step = thrown instanceof StepError ? thrown.step : undefined
  if (isLoginStep(step)) return 'app_failed'
  return step === 'params' ? 'not_started' : 'store_unavailable'
}
