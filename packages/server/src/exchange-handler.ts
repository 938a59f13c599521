// The backend endpoint of an exchange: the one file that knows the order of its steps.
import {
  allowedOrigins,
  checkedRedirectUri,
  type ExchangeHandlerOptions,
  tokenEndpoint,
} from './exchange-options.ts'
import type { Outcome } from './exchange-store.ts'
import { type PostedGrant, parseGrant } from './grant.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { outcomeResponse, type ProblemCode, problemOutcome, refusalOutcome } from './problem.ts'
import { readBody } from './read-body.ts'
import { type Refusal, refuseForeign } from './request-guard.ts'
import { safeEmit } from './server-event.ts'
import { sha256 } from './sha256.ts'
import { createMemoryStore } from './stores/memory.ts'
import { requestTokens } from './token-request.ts'
import { waitForOutcome } from './wait-for-outcome.ts'

const maxBodyBytes = 4096
const leaseMs = 60_000
const keepMs = 15 * 60_000

const readGrant = async (request: Request): Promise<PostedGrant | Refusal> => {
  const body = await readBody(request.body, maxBodyBytes)
  if (body === undefined) return { status: 413, reason: 'body_size' }
  return parseGrant(body) ?? { status: 400, reason: 'body_shape' }
}

/**
 * Creates the endpoint that the hook's `exchange: '/api/…'` posts to.
 *
 * It refuses what is not the app's own page, sends a code to the provider at most once, hands the
 * tokens to `onTokens`, and answers a repeated post with the stored outcome.
 *
 * Danger: the tokens that `onTokens` gets must stay on the server, encrypted.
 *
 * @returns a function from `Request` to `Response`; it never rejects.
 * @throws {TypeError} at creation, naming the option that is wrong.
 * @see https://datatracker.ietf.org/doc/html/rfc9700
 * @example
 * const exchange = createExchangeHandler({
 *   clientId, clientSecret, origins: 'https://app.example.com',
 *   redirectUri: 'https://app.example.com/smartcar-redirect.html',
 *   onTokens: async (tokens, { request }) => { await save(userOf(request), tokens) },
 * })
 * app.post('/api/smartcar/exchange', context => exchange(context.req.raw))
 */
export const createExchangeHandler = <T>(
  options: ExchangeHandlerOptions<T>,
): ((request: Request) => Promise<Response>) => {
  const endpoint = tokenEndpoint(options)
  const redirectUri = checkedRedirectUri(options.redirectUri)
  const origins = allowedOrigins(options.origins)
  const { onTokens, store = createMemoryStore() } = options
  if (typeof onTokens !== 'function') {
    throw new TypeError(
      'onTokens must be a function: without it the tokens would be lost. Store them there and return what the browser may see.',
    )
  }
  const emit = safeEmit(options.onEvent)

  const refuse = ({ status, reason }: Refusal): Response => {
    emit({ type: 'exchange_refused', reason, status })
    return outcomeResponse(refusalOutcome(status))
  }
  const fail = (problem: ProblemCode): Outcome => {
    const outcome = problemOutcome(problem)
    emit({ type: 'exchange_failed', problem, status: outcome.status })
    return outcome
  }
  const succeed = async (
    tokens: Parameters<typeof onTokens>[0],
    request: Request,
    { unverified }: PostedGrant,
  ): Promise<Outcome> => {
    const startMs = Date.now()
    try {
      const data = await onTokens(tokens, { request, unverified })
      const body = data === undefined ? null : JSON.stringify(data)
      emit({ type: 'exchange_succeeded', durationMs: Date.now() - startMs })
      return { status: body === null ? 204 : 200, body }
    } catch {
      return fail('not_stored')
    }
  }

  return async request => {
    const foreign = refuseForeign(request, origins)
    if (foreign !== undefined) return refuse(foreign)
    const key = idempotencyKey(request)
    if (key === undefined) return refuse({ status: 400, reason: 'idempotency_key' })
    const grant = await readGrant(request).catch(
      (): Refusal => ({ status: 400, reason: 'body_shape' }),
    )
    if ('reason' in grant) return refuse(grant)

    const keyHash = await sha256(key)
    const codeHash = await sha256(grant.code)
    try {
      const claim = await store.claimExchange({ keyHash, codeHash, leaseMs, keepMs })
      if (claim.status === 'conflict') return refuse({ status: 409, reason: 'code_reused' })
      if (claim.status !== 'claimed') {
        const outcome = await waitForOutcome(store, keyHash, claim)
        emit({ type: 'exchange_replayed', status: outcome.status })
        return outcomeResponse(outcome)
      }
      const answer = await requestTokens(endpoint, grant.code, redirectUri)
      if ('failure' in answer && answer.failure === 'unreachable') {
        // Nothing left this machine, so the same grant may be tried again.
        await store.releaseExchange(keyHash, claim.lease)
        return outcomeResponse(fail('unreachable'))
      }
      const outcome =
        'tokens' in answer ? await succeed(answer.tokens, request, grant) : fail(answer.failure)
      const stored = await store.finishExchange(keyHash, claim.lease, outcome).catch(() => false)
      if (!stored) emit({ type: 'outcome_not_stored' })
      return outcomeResponse(outcome)
    } catch {
      return outcomeResponse(fail('store_unavailable'))
    }
  }
}
