// What every kind of grant is redeemed with, and how it can end.

import type { MachineToken } from '../provider/machine-token.ts'
import type { ProviderApi, VerifiedGrant } from '../provider/provider-api.ts'
import type { TokenEndpoint, TokenFailure } from '../provider/token-request.ts'
import type { Tokens } from '../provider/tokens.ts'
import type { ConnectedContext, ExchangeContext } from './exchange-options.ts'
import type { Asked, GrantFault } from './judge-grant.ts'
import type { UnverifiedGrant } from './posted-grant.ts'

/** What redeeming works with. */
export type RedemptionSettings<T> = {
  endpoint: TokenEndpoint
  api: ProviderApi
  /** Version 3: set where the application has machine credentials. */
  machine: { token: MachineToken; api: ProviderApi } | undefined
  redirectUri: string
  /** What was asked for by sessions that the server did not start. */
  asked: Asked
  onTokens: ((tokens: Tokens, context: ExchangeContext) => Promise<T>) | undefined
  onConnected: ((context: ExchangeContext) => Promise<T>) | undefined
  onReauthenticated: ((vehicleId: string, context: ConnectedContext) => Promise<T>) | undefined
}

/** How it ended: JSON for the browser (`null` for nothing to say), or what went wrong. */
export type Redeemed =
  | { body: string | null }
  | { problem: TokenFailure | GrantFault | 'not_stored' | 'not_listed' }

/** Calls the app and turns what it returns, or throws, into an ending. */
export async function handOver(call: () => Promise<unknown> | undefined): Promise<Redeemed> {
  try {
    const data = await call()
    return { body: data === undefined ? null : JSON.stringify(data) }
  } catch {
    return { problem: 'not_stored' }
  }
}

/** What the app gets: the provider's ids, and of the browser's words only what has no better source. */
export function contextOf(
  request: Request,
  { userId, vehicles }: VerifiedGrant,
  { externalId, virtualKeyUrl, state }: UnverifiedGrant,
): ExchangeContext {
  return {
    request,
    userId,
    vehicles,
    unverified: {
      ...(externalId !== undefined && { externalId }),
      ...(virtualKeyUrl !== undefined && { virtualKeyUrl }),
      ...(state !== undefined && { state }),
    },
  }
}
