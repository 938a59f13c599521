// The backend endpoint of an exchange: the one file that knows the order of its steps.

import { allowedOrigins } from '../http/allowed-origins.ts'
import {
  outcomeResponse,
  type ProblemCode,
  problemOutcome,
  refusalOutcome,
} from '../http/problem.ts'
import type { Refusal } from '../http/request-guard.ts'
import { checkedRedirectUri } from '../options/checked-redirect-uri.ts'
import { isProduction } from '../options/is-production.ts'
import { machineAccess } from '../provider/machine-access.ts'
import { providerUrl } from '../provider/provider-url.ts'
import { tokenEndpoint } from '../provider/token-endpoint.ts'
import { safeEmit } from '../server-event.ts'
import type { Outcome } from '../stores/exchange-store.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { type Admitted, admitExchange } from './admit-exchange.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'
import { grantKinds } from './grant-kinds.ts'
import { isRepeatable, redeemGrant } from './redeem-grant.ts'
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
export function createExchangeHandler<T>(
  options: ExchangeHandlerOptions<T>,
): (request: Request) => Promise<Response> {
  // A handler of version 3 alone has no secret to send to the token endpoint.
  const endpoint = tokenEndpoint(options.onTokens ? options : { ...options, clientSecret: '-' })
  const redirectUri = checkedRedirectUri(options.redirectUri)
  const origins = allowedOrigins(options.origins)
  const apiUrl = providerUrl('apiUrl', options.apiUrl ?? 'https://api.smartcar.com')
  const kinds = grantKinds(options)
  const { appSession, scope = [], store = createMemoryStore() } = options
  const mode = options.mode ?? (isProduction() ? 'live' : undefined)
  const emit = safeEmit(options.onEvent)
  const own = { tokenUrl: endpoint.url.href, clientId: endpoint.clientId, redirectUri }
  const startedSetup = options.requireSession ? own : undefined
  const admission = { origins, store, appSession, startedSetup, kinds, now: endpoint.now }
  const api = { url: apiUrl, fetch: endpoint.fetch }
  const redemption = {
    endpoint,
    api,
    machine: machineAccess(options, endpoint.fetch),
    redirectUri,
    asked: { scope, ...(mode && { mode }) },
    onTokens: options.onTokens,
    onConnected: options.onConnected,
    onReauthenticated: options.onReauthenticated,
  }

  function refuse({ status, reason }: Refusal): Response {
    emit({ type: 'exchange_refused', reason, status })
    return outcomeResponse(refusalOutcome(status))
  }
  function fail(problem: ProblemCode): Outcome {
    const outcome = problemOutcome(problem)
    emit({ type: 'exchange_failed', problem, status: outcome.status })
    return outcome
  }

  async function redeem(request: Request, admitted: Admitted, lease: string): Promise<Outcome> {
    const { keyHash, grant, setup } = admitted
    const startMs = endpoint.now()
    const redeemed = await redeemGrant(redemption, request, grant, setup)
    const isFailure = 'problem' in redeemed
    if (isFailure && isRepeatable(redeemed)) {
      await store.releaseExchange(keyHash, lease)
      return fail(redeemed.problem)
    }
    const outcome = isFailure
      ? fail(redeemed.problem)
      : { status: redeemed.body === null ? 204 : 200, body: redeemed.body }
    if (!isFailure) emit({ type: 'exchange_succeeded', durationMs: endpoint.now() - startMs })
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
