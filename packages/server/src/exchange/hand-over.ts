// Gives a grant to the app and turns what the app returns, or throws, into a result.

import type { VerifiedGrant } from '../provider/read-grant.ts'
import type { ExchangeCallbacks, ExchangeContext } from './exchange-options.ts'
import type { UnverifiedGrant } from './posted-grant.ts'
import type { RedeemedGrant } from './redemption.ts'

/** JSON for the browser (`null` for a 204), or the problem. */
export type HandOver = { ok: true; body: string | null } | { ok: false; problem: 'not_stored' }

/** Keeps the fields that only the browser knows. */
function unverifiedContext({ externalId, virtualKeyUrl, state }: UnverifiedGrant) {
  return {
    ...(externalId !== undefined && { externalId }),
    ...(virtualKeyUrl !== undefined && { virtualKeyUrl }),
    ...(state !== undefined && { state }),
  }
}

async function callApp<T>(
  callbacks: ExchangeCallbacks<T>,
  request: Request,
  redeemed: RedeemedGrant,
  unverifiedGrant: UnverifiedGrant,
): Promise<T | undefined> {
  const unverified = unverifiedContext(unverifiedGrant)
  function contextOf({ userId, vehicles }: VerifiedGrant): ExchangeContext {
    return { request, userId, vehicles, unverified }
  }
  switch (redeemed.kind) {
    case 'code':
      return callbacks.onTokens?.(redeemed.tokens, contextOf(redeemed.verified))
    case 'user':
      return callbacks.onConnected?.(contextOf(redeemed.verified))
    case 'vehicle':
      return callbacks.onReauthenticated?.(redeemed.vehicleId, { request, unverified })
  }
}

/**
 * Calls the callback for this kind of grant.
 *
 * @returns what the browser may see, or `not_stored` when the callback threw or returned what is not
 * JSON; never throws.
 */
export async function handOver<T>(
  callbacks: ExchangeCallbacks<T>,
  request: Request,
  redeemed: RedeemedGrant,
  unverified: UnverifiedGrant,
): Promise<HandOver> {
  try {
    const data = await callApp(callbacks, request, redeemed, unverified)
    return { ok: true, body: data === undefined ? null : JSON.stringify(data) }
  } catch {
    return { ok: false, problem: 'not_stored' }
  }
}
