// The backend endpoint of an exchange: the one file that knows the order of its steps.
import { type Admitted, admitExchange } from './admit-exchange.ts'
import {
  allowedOrigins,
  checkedRedirectUri,
  type ExchangeHandlerOptions,
  tokenEndpoint,
} from './exchange-options.ts'
import type { Outcome } from './exchange-store.ts'
import { outcomeResponse, type ProblemCode, problemOutcome, refusalOutcome } from './problem.ts'
import { providerUrl } from './provider-url.ts'
import { redeemGrant } from './redeem-grant.ts'
import type { Refusal } from './request-guard.ts'
import { safeEmit } from './server-event.ts'
import { createSessionCookie } from './session-cookie.ts'
import { createMemoryStore } from './stores/memory.ts'
import { waitForOutcome } from './wait-for-outcome.ts'

const leaseMs = 60_000
const keepMs = 15 * 60_000

/**
 * Creates the endpoint that the hook's `exchange: '/api/…'` posts to.
 *
 * It refuses what is not the app's own page, sends a code to the provider at most once, asks the
 * provider whose car it is, hands the tokens to `onTokens`, and answers a repeated post with the
 * stored outcome.
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
export const createExchangeHandler = <T>(
  options: ExchangeHandlerOptions<T>,
): ((request: Request) => Promise<Response>) => {
  const endpoint = tokenEndpoint(options)
  const redirectUri = checkedRedirectUri(options.redirectUri)
  const origins = allowedOrigins(options.origins)
  const apiUrl = providerUrl('apiUrl', options.apiUrl ?? 'https://api.smartcar.com')
  const { onTokens, appSession, scope = [], store = createMemoryStore() } = options
  if (typeof onTokens !== 'function') {
    throw new TypeError(
      'onTokens must be a function: without it the tokens would be lost. Store them there and return what the browser may see.',
    )
  }
  if (options.requireSession && (options.store === undefined || appSession === undefined)) {
    throw new TypeError(
      'requireSession needs store and appSession, the same that createSessionHandler has; otherwise no session would be found. Give both.',
    )
  }
  const emit = safeEmit(options.onEvent)
  const setup = { tokenUrl: endpoint.url.href, clientId: endpoint.clientId, redirectUri }
  const sessions = options.requireSession
    ? { cookie: createSessionCookie(origins), setup }
    : undefined
  const admission = { origins, store, appSession, sessions, now: endpoint.now }
  const api = { url: apiUrl, fetch: endpoint.fetch }
  const redemption = { endpoint, api, redirectUri, scope, onTokens }

  const refuse = ({ status, reason }: Refusal): Response => {
    emit({ type: 'exchange_refused', reason, status })
    return outcomeResponse(refusalOutcome(status))
  }
  const fail = (problem: ProblemCode): Outcome => {
    const outcome = problemOutcome(problem)
    emit({ type: 'exchange_failed', problem, status: outcome.status })
    return outcome
  }

  const redeem = async (request: Request, admitted: Admitted, lease: string): Promise<Outcome> => {
    const { keyHash } = admitted
    const startMs = endpoint.now()
    const redeemed = await redeemGrant(redemption, request, admitted)
    if ('problem' in redeemed && redeemed.problem === 'unreachable') {
      // Nothing left this machine, so the same grant may be tried again.
      await store.releaseExchange(keyHash, lease)
      return fail('unreachable')
    }
    let outcome: Outcome
    if ('problem' in redeemed) {
      outcome = fail(redeemed.problem)
    } else {
      emit({ type: 'exchange_succeeded', durationMs: endpoint.now() - startMs })
      const { body } = redeemed
      outcome = { status: body === null ? 204 : 200, body }
    }
    const stored = await store.finishExchange(keyHash, lease, outcome).catch(() => false)
    if (!stored) emit({ type: 'outcome_not_stored' })
    return outcome
  }

  return async request => {
    try {
      const admitted = await admitExchange(admission, request)
      if ('reason' in admitted) return refuse(admitted)
      const { keyHash, codeHash } = admitted
      const claim = await store.claimExchange({ keyHash, codeHash, leaseMs, keepMs })
      if (claim.status === 'conflict') return refuse({ status: 409, reason: 'code_reused' })
      if (claim.status === 'claimed') {
        return outcomeResponse(await redeem(request, admitted, claim.lease))
      }
      const outcome = await waitForOutcome(store, keyHash, claim)
      emit({ type: 'exchange_replayed', status: outcome.status })
      return outcomeResponse(outcome)
    } catch {
      return outcomeResponse(fail('store_unavailable'))
    }
  }
}
