// The backend endpoint of an exchange: the one file that knows the order of its steps.

import { outcomeResponse } from '../http/outcome-response.ts'
import { type ProblemCode, problemOutcome, refusalOutcome } from '../problems/problem-outcome.ts'
import type { Refusal } from '../problems/refusal.ts'
import { type Failure, failureOf } from '../reporting/failure.ts'
import { createReporter } from '../reporting/reporter.ts'
import type { Outcome } from '../stores/outcome.ts'
import type { SessionSetup } from '../stores/started-session-store.ts'
import { deadlineIn } from '../timing/deadline.ts'
import { tryAgain } from '../timing/try-again.ts'
import { admitExchange } from './admit-exchange.ts'
import { exchangeConfiguration } from './exchange-configuration.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'
import { handOver } from './hand-over.ts'
import { judgeGrant } from './judge-grant.ts'
import type { PostedGrant } from './posted-grant.ts'
import { redeemGrant } from './redeem-grant.ts'
import { isUnspent } from './redemption.ts'
import { waitForOutcome } from './wait-for-outcome.ts'

const leaseMs = 60_000
const keepMs = 15 * 60_000
const storeDeadlineMs = 5000

/** How the steps between claim and outcome ended. */
type Result =
  | { ok: true; body: string | null }
  | {
      ok: false
      problem: ProblemCode
      failure?: Failure | undefined
      held?: string | undefined
    }

/**
 * Creates the endpoint that the option `exchange: '/api/…'` of the browser posts to.
 *
 * It refuses every request that is not from the app's own page, sends a code to the provider at most
 * once, asks the provider whose vehicle it is, hands the tokens to `onTokens`, and answers a
 * repeated post with the stored outcome.
 *
 * Danger: the tokens that `onTokens` gets must stay on the server, encrypted; see
 * `createTokenVault`.
 *
 * @returns a function from `Request` to `Response`; it never rejects.
 * @throws {TypeError} at creation, naming the option that is wrong.
 * @see https://datatracker.ietf.org/doc/html/rfc9700
 * @example
 * const exchange = createExchangeHandler({
 *   clientId, clientSecret, origins: 'https://app.example.com',
 *   redirectUri: 'https://app.example.com/smartcar-redirect.html',
 *   onTokens: async (tokens, { request, vehicles }) => { await save(userOf(request), tokens) },
 * })
 * app.post('/api/smartcar/exchange', context => exchange(context.req.raw))
 */
export function createExchangeHandler<T>(
  options: ExchangeHandlerOptions<T>,
): (request: Request) => Promise<Response> {
  const { rules, provider, requested, callbacks } = exchangeConfiguration(options)
  const { store, now } = rules
  const emit = createReporter(options.onEvent)

  /** One grant, from the post to the answer. */
  async function exchange(request: Request): Promise<Outcome> {
    const admission = await admitExchange(rules, request)
    if (!admission.ok) return refuse(admission)
    const { grant, keyHash, spentOnceHash, setup } = admission

    const claim = await store.claimExchange({ keyHash, spentOnceHash, leaseMs, keepMs })
    if (claim.status === 'conflict') {
      return refuse({ ok: false, status: 409, reason: 'code_reused' })
    }
    if (claim.status !== 'claimed' && claim.status !== 'resumed') {
      return replay(await waitForOutcome(store, keyHash, claim))
    }

    const startMs = now()
    const held = claim.status === 'resumed' ? claim.held : undefined
    const result = await redeemAndHandOver(request, grant, setup, held)
    if (!result.ok && result.held !== undefined) {
      const text = result.held
      const deadline = deadlineIn(storeDeadlineMs)
      await tryAgain(deadline, () => store.holdExchange(keyHash, claim.lease, text))
      return fail(result.problem, result.failure)
    }
    if (!result.ok && isUnspent(result.problem)) {
      await store.releaseExchange(keyHash, claim.lease)
      return fail(result.problem, result.failure)
    }

    const outcome = result.ok ? succeed(result.body, startMs) : fail(result.problem, result.failure)
    const deadline = deadlineIn(storeDeadlineMs)
    try {
      // The provider said yes already, so a store that stumbles is asked again.
      const isStored = await tryAgain(deadline, () =>
        store.storeOutcome(keyHash, claim.lease, outcome),
      )
      if (!isStored) emit({ type: 'outcome_not_stored' })
    } catch (thrown) {
      emit({ type: 'outcome_not_stored', ...failureOf('store.storeOutcome', thrown, []) })
    }
    return outcome
  }

  /** The steps between claim and outcome: redeem, judge, hand over. Never throws. */
  async function redeemAndHandOver(
    request: Request,
    grant: PostedGrant,
    setup: SessionSetup | undefined,
    held: string | undefined,
  ): Promise<Result> {
    const requestedAccess = setup ?? requested
    const redemption = await redeemGrant(provider, grant, requestedAccess, held)
    if (!redemption.ok) return redemption
    const verdict = judgeGrant(redemption.redeemed, grant.unverified, requestedAccess)
    if (!verdict.ok) return verdict
    return handOver(callbacks, request, redemption.redeemed, grant.unverified)
  }

  function refuse({ status, reason }: Refusal): Outcome {
    emit({ type: 'exchange_refused', reason, status })
    return refusalOutcome(status)
  }

  function replay(outcome: Outcome): Outcome {
    emit({ type: 'exchange_replayed', status: outcome.status })
    return outcome
  }

  function succeed(body: string | null, startMs: number): Outcome {
    emit({ type: 'exchange_succeeded', durationMs: now() - startMs })
    return { status: body === null ? 204 : 200, body }
  }

  function fail(problem: ProblemCode, failure: Partial<Failure> = {}): Outcome {
    const outcome = problemOutcome(problem)
    emit({ type: 'exchange_failed', problem, status: outcome.status, ...failure })
    return outcome
  }

  return async request => {
    try {
      return outcomeResponse(await exchange(request))
    } catch {
      return outcomeResponse(fail('store_unavailable'))
    }
  }
}
