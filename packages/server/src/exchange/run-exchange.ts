// One exchange, from the request to the answer: the one file that knows the order of its steps.

import { outcomeResponse } from '../http/outcome-response.ts'
import { requestSecrets } from '../http/request-secrets.ts'
import { type ProblemCode, problemOutcome, refusalOutcome } from '../problems/problem-outcome.ts'
import type { Refusal } from '../problems/refusal.ts'
import { type Failure, failureOf, StepError } from '../reporting/failure.ts'
import type { Report } from '../reporting/reporter.ts'
import { spentCookie } from '../session/session-cookie.ts'
import type { Outcome } from '../stores/outcome.ts'
import { type Deadline, deadlineIn } from '../timing/deadline.ts'
import { tryAgain } from '../timing/try-again.ts'
import { type Admitted, admitExchange } from './admit-exchange.ts'
import type { ExchangeConfiguration } from './exchange-configuration.ts'
import { handOver } from './hand-over.ts'
import { judgeGrant } from './judge-grant.ts'
import { redeemGrant } from './redeem-grant.ts'
import { isRefused, isUnspent } from './redemption.ts'
import { waitForOutcome } from './wait-for-outcome.ts'

// Below the lease, so that a claim is never taken for abandoned while its owner still works.
const deadlineMs = 50_000
const leaseMs = 60_000
const replayMs = 15 * 60_000
const keepMs = 7 * 24 * 60 * 60_000
const storeDeadlineMs = 5000
// Tokens that came late are stored all the same.
const leastCallbackMs = 5000

/** The result of the steps between claim and outcome. */
type Result =
  | { ok: true; body: string | null }
  | {
      ok: false
      problem: ProblemCode
      failure?: Failure | undefined
      /** Sealed tokens that wait until they can be verified. */
      held?: string | undefined
    }

/** Answers one request; never rejects. */
export async function runExchange<T>(
  configuration: ExchangeConfiguration<T>,
  request: Request,
  report: Report,
): Promise<Response> {
  const { rules, limit, provider, requested, callbacks } = configuration
  const { store, now } = rules
  const deadline = deadlineIn(deadlineMs)
  const secrets = requestSecrets(request)

  async function exchange(): Promise<Response> {
    const admission = await admitExchange(rules, request, deadline, secrets)
    if (!admission.ok) return refuse(admission)
    const { keyHash, limitKeyHash } = admission

    // A repeated post of a known grant gets its outcome whatever else its sender has posted.
    const isCounted =
      limitKeyHash !== undefined && (await store.readExchange(keyHash)).status === 'unclaimed'
    if (isCounted && !limit.begin(limitKeyHash)) {
      return refuse({ ok: false, status: 429, reason: 'too_many' })
    }
    const { spentOnceHash } = admission
    const claim = await store.claimExchange({
      keyHash,
      spentOnceHash,
      leaseMs,
      replayMs,
      keepMs,
      limitKeyHash,
    })
    if (claim.status === 'conflict') {
      return refuse({ ok: false, status: 409, reason: 'code_reused' })
    }
    if (claim.status !== 'claimed' && claim.status !== 'resumed') {
      if (isCounted) limit.forgive(limitKeyHash)
      return replay(admission, await waitForOutcome(store, keyHash, claim, deadline))
    }

    const startMs = now()
    const held = claim.status === 'resumed' ? claim.held : undefined
    const result = await redeemAndHandOver(admission, held, startMs, deadline)
    const isReal = result.ok || !isRefused(result.problem)
    if (isCounted && isReal) limit.forgive(limitKeyHash)
    if (!result.ok && result.held !== undefined) {
      return outcomeResponse(await hold(keyHash, claim.lease, result.held, result))
    }
    if (!result.ok && isUnspent(result.problem)) {
      await store.releaseExchange(keyHash, claim.lease)
      return outcomeResponse(fail(result.problem, result.failure))
    }
    const outcome = result.ok ? succeed(result.body, startMs) : fail(result.problem, result.failure)
    // Where sessions are started here nobody can make codes up, so a refused one is remembered as well.
    const isSpent = isReal || rules.requiredSetup !== undefined
    await storeOutcome(keyHash, claim.lease, outcome, isSpent)
    return finish(admission, outcome)
  }

  /** The steps between claim and outcome: redeem, judge, hand over. Never throws. */
  async function redeemAndHandOver(
    admitted: Admitted,
    held: string | undefined,
    startMs: number,
    until: Deadline,
  ): Promise<Result> {
    const { grant, setup, appSession } = admitted
    const { unverified } = grant
    const requestedAccess = setup ?? requested
    const redemption = await redeemGrant(provider, grant, requestedAccess, held, until)
    if (!redemption.ok) return redemption
    const { redeemed } = redemption
    if (redeemed.kind === 'code') {
      secrets.push(redeemed.tokens.accessToken, redeemed.tokens.refreshToken)
    }
    const verdict = judgeGrant(redeemed, unverified, requestedAccess)
    if (!verdict.ok) return verdict
    const timeoutMs = Math.max(until.remainingMs(), leastCallbackMs)
    return handOver(callbacks, { request, appSession, startMs, unverified }, redeemed, timeoutMs)
  }

  /** Keeps tokens for a repeated post. Without them there is nothing to repeat. */
  async function hold(
    keyHash: string,
    lease: string,
    held: string,
    { problem, failure }: Extract<Result, { ok: false }>,
  ): Promise<Outcome> {
    try {
      const isHeld = await insist(() => store.holdExchange(keyHash, lease, held))
      return fail(isHeld ? problem : 'outcome_unknown', failure)
    } catch (thrown) {
      return fail('outcome_unknown', failureOf('store.holdExchange', thrown, []))
    }
  }

  async function storeOutcome(
    keyHash: string,
    lease: string,
    outcome: Outcome,
    isSpent: boolean,
  ): Promise<void> {
    try {
      const isStored = await insist(() => store.storeOutcome(keyHash, lease, outcome, isSpent))
      if (!isStored) report({ type: 'outcome_not_stored' })
    } catch (thrown) {
      report(
        { type: 'outcome_not_stored', ...failureOf('store.storeOutcome', thrown, []) },
        secrets,
      )
    }
  }

  /** Writes the answer with an outcome that stays; the session's cookie is not needed for long. */
  function finish({ cookie }: Admitted, outcome: Outcome): Response {
    const response = outcomeResponse(outcome)
    if (cookie !== undefined) response.headers.append('set-cookie', spentCookie(request, cookie))
    return response
  }

  function replay(admitted: Admitted, outcome: Outcome): Response {
    report({ type: 'exchange_replayed', status: outcome.status })
    // A 503 is no outcome: the other call may still come to one.
    return outcome.status === 503 ? outcomeResponse(outcome) : finish(admitted, outcome)
  }

  function refuse(refusal: Refusal): Response {
    const { reason, status } = refusal
    report({ type: 'exchange_refused', reason, status })
    return outcomeResponse(refusalOutcome(refusal))
  }

  function succeed(body: string | null, startMs: number): Outcome {
    report({ type: 'exchange_succeeded', durationMs: now() - startMs })
    return { status: body === null ? 204 : 200, body }
  }

  function fail(problem: ProblemCode, failure?: Failure): Outcome {
    const outcome = problemOutcome(problem)
    const { status } = outcome
    report({ type: 'exchange_failed', problem, status, ...failure }, secrets)
    return outcome
  }

  try {
    return await exchange()
  } catch (thrown) {
    const failure = failureOf('store.claimExchange', thrown, [])
    return outcomeResponse(fail(problemOf(thrown), failure))
  }
}

/** The provider said yes already, so a store that stumbles is asked again. */
function insist<T>(work: () => Promise<T>): Promise<T> {
  return tryAgain(deadlineIn(storeDeadlineMs), work)
}

/** What an app's function or its store threw before anything was sent. */
function problemOf(thrown: unknown): ProblemCode {
  const isStore = !(thrown instanceof StepError) || thrown.step.startsWith('store.')
  return isStore ? 'store_unavailable' : 'app_failed'
}
