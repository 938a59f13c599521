// One delivery of a webhook, from the request to the answer: the one file that knows the order of its steps.

import { textAt } from '../api/read-json.ts'
import { sha256 } from '../crypto/sha256.ts'
import { outcomeResponse } from '../http/outcome-response.ts'
import { readBody } from '../http/read-body.ts'
import { asksForSignIn } from '../problems/asks-for-sign-in.ts'
import { problemOutcome } from '../problems/problem-outcome.ts'
import { callApp } from '../reporting/call-app.ts'
import { failureOf } from '../reporting/failure.ts'
import type { Report } from '../reporting/reporter.ts'
import { tellDeveloper } from '../reporting/tell-developer.ts'
import type { VehicleStore } from '../stores/vehicle-store.ts'
import type { WebhookEventStore } from '../stores/webhook-event-store.ts'
import { deadlineIn } from '../timing/deadline.ts'
import { answerChallenge, isPlainToken } from './answer-challenge.ts'
import { isSigned } from './signature.ts'
import { isVehicleError, isVehicleState, readEvent, type WebhookEvent } from './webhook-event.ts'
import type { WebhookCallbacks } from './webhook-options.ts'
import type { WebhookRefusal } from './webhook-refusal.ts'

/** What the steps of a delivery are given. */
export type WebhookConfiguration = {
  managementToken: string
  store: WebhookEventStore & Pick<VehicleStore, 'markVehicle'>
  callbacks: WebhookCallbacks
  now: () => number
}

// The documentation says 50 KB.
const maxBytes = 1024 * 1024
const readMs = 5_000
// Smartcar gives up after 15 seconds; the answer has to be there before.
const deadlineMs = 12_000
const leaseMs = 60_000
// Smartcar repeats for three minutes. A day covers what it does not promise.
const oldestMs = 24 * 60 * 60_000
// An event is known for longer than a copy of it is taken, also where a clock is an hour off.
const keepMs = oldestMs + 60 * 60_000

/** Answers one delivery; never rejects. */
export async function runWebhook(
  { managementToken, store, callbacks, now }: WebhookConfiguration,
  request: Request,
  report: Report,
): Promise<Response> {
  const deadline = deadlineIn(deadlineMs)

  function refuse(status: 400 | 401 | 405 | 408 | 413 | 500, reason: WebhookRefusal): Response {
    report({ type: 'webhook_refused', reason, status })
    // The one refusal that its developer can mend; Smartcar reads none.
    return reason === 'body_read' ? outcomeResponse(problemOutcome(reason)) : answer(status)
  }

  async function deliver(): Promise<Response> {
    if (request.method !== 'POST') return refuse(405, 'method')
    if (request.bodyUsed || request.body?.locked) return refuse(500, 'body_read')
    const body = await read(request)
    if (!body.ok) return refuse(body.status, body.reason)
    const { bytes } = body
    const raw = parse(bytes)
    // The challenge is the only thing that comes without a signature.
    if (textAt(raw, 'eventType') === 'VERIFY') return verify(textAt(raw, 'data', 'challenge'))
    if (!(await isSigned(request, bytes, managementToken))) return refuse(401, 'signature')
    const event = readEvent(raw, await idOf(raw, bytes))
    // It is signed, so it is Smartcar's; to repeat it would not make it readable.
    if (event === undefined) return refuse(400, 'body_shape')
    const ageMs = now() - (event.deliveredAt?.getTime() ?? now())
    if (ageMs > oldestMs) return refuse(400, 'too_old')
    return handle(event)
  }

  async function verify(challenge: string | undefined): Promise<Response> {
    if (challenge === undefined || !isPlainToken(challenge)) return refuse(400, 'challenge')
    const answered = await answerChallenge(challenge, managementToken)
    report({ type: 'webhook_verified' })
    return Response.json({ challenge: answered }, { headers: { 'cache-control': 'no-store' } })
  }

  async function handle(event: WebhookEvent): Promise<Response> {
    if (event.isTest) {
      tellDeveloper(
        'info',
        'A webhook of mode TEST came, sent by hand. It was answered; it marks no car, and no function gets it.',
      )
      report({ type: 'webhook_handled', eventType: event.type, isTest: true })
      return answer(200)
    }
    const claim = await store.claimEvent(event.id, leaseMs, keepMs)
    if (claim.status === 'done') return answer(200)
    // Another copy is being handled. A failure now brings a delivery later, should that one fail.
    if (claim.status === 'pending') return answer(503)
    try {
      await mark(event)
      await call(event)
    } catch (thrown) {
      const failure = failureOf('store.markVehicle', thrown, [managementToken])
      report({ type: 'webhook_failed', eventType: event.type, ...failure })
      // A function that still runs must not run twice at once: then the lease has to end by itself.
      if (deadline.remainingMs() > 0) await store.releaseEvent(event.id, claim.lease)
      return answer(503)
    }
    await store.finishEvent(event.id, claim.lease)
    report({ type: 'webhook_handled', eventType: event.type, isTest: false })
    return answer(200)
  }

  /** Keeps the state of the connection true, whatever the app does with the event. */
  async function mark(event: WebhookEvent): Promise<void> {
    if (!isVehicleError(event)) return
    const { userId: smartcarUserId, vehicle } = event
    if (smartcarUserId === undefined || vehicle === undefined) return
    const ids = { smartcarUserId, vehicleId: vehicle.id }
    const state = stateAfter(event)
    // A clock of theirs that is fast must not outdate the sign-in that follows.
    const atMs = Math.min(event.deliveredAt?.getTime() ?? now(), now())
    if (state !== undefined) await store.markVehicle(ids, state, atMs)
  }

  async function call(event: WebhookEvent): Promise<void> {
    const timeoutMs = deadline.remainingMs()
    if (isVehicleState(event)) {
      await callApp('onVehicleState', () => callbacks.onVehicleState?.(event), timeoutMs)
    } else if (isVehicleError(event)) {
      await callApp('onVehicleError', () => callbacks.onVehicleError?.(event), timeoutMs)
    } else {
      await callApp('onOtherEvent', () => callbacks.onOtherEvent?.(event), timeoutMs)
    }
  }

  try {
    return await deliver()
  } catch (thrown) {
    report({ type: 'webhook_failed', ...failureOf('store.claimEvent', thrown, [managementToken]) })
    return answer(503)
  }
}

/**
 * The state that an event leaves the connection in; `undefined` where it says nothing about that. An
 * error of single signals does not concern the connection.
 */
function stateAfter(
  event: Extract<WebhookEvent, { errors: unknown }>,
): 'connected' | 'needs_reauth' | undefined {
  const about = event.errors.filter(error => error.signals.length === 0 && asksForSignIn(error))
  if (about.length === 0) return undefined
  return about.every(({ isResolved }) => isResolved) ? 'connected' : 'needs_reauth'
}

/**
 * An event without an id is known by its bytes, one with an id that not every database could keep by the
 * hash of that.
 */
async function idOf(raw: unknown, bytes: Uint8Array): Promise<string> {
  const id = textAt(raw, 'eventId')
  if (id !== undefined && /^[!-~]{1,256}$/.test(id)) return id
  return sha256(id ?? new TextDecoder().decode(bytes))
}

async function read(
  request: Request,
): Promise<
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; status: 400 | 408 | 413; reason: WebhookRefusal }
> {
  const late = AbortSignal.timeout(readMs)
  try {
    const bytes = await readBody(request.body, maxBytes, late)
    return bytes === undefined
      ? { ok: false, status: 413, reason: 'body_size' }
      : { ok: true, bytes }
  } catch {
    return late.aborted
      ? { ok: false, status: 408, reason: 'body_timeout' }
      : { ok: false, status: 400, reason: 'body_shape' }
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } })
}
