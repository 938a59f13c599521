// Turns an admitted grant into stored tokens: ask, verify, judge, hand over.
import type { Admitted } from './admit-exchange.ts'
import type { ExchangeContext } from './exchange-options.ts'
import { type GrantFault, judgeGrant } from './judge-grant.ts'
import { type ProviderApi, readGrant } from './provider-api.ts'
import { requestTokens, type TokenEndpoint, type TokenFailure } from './token-request.ts'
import type { Tokens } from './tokens.ts'

/** What redeeming works with. */
export type RedeemSettings<T> = {
  endpoint: TokenEndpoint
  api: ProviderApi
  redirectUri: string
  scope: readonly string[]
  onTokens: (tokens: Tokens, context: ExchangeContext) => Promise<T>
}

/** How it ended: JSON for the browser (`null` for nothing to say), or what went wrong. */
export type Redeemed =
  | { body: string | null }
  | { problem: TokenFailure | GrantFault | 'not_stored' }

/**
 * Redeems the code, asks the provider whose it is, and hands the tokens to the app.
 *
 * Only ids that the provider named leave here. A grant that is not as asked is dropped with its
 * tokens. Never throws.
 */
export const redeemGrant = async <T>(
  settings: RedeemSettings<T>,
  request: Request,
  { grant, setup }: Admitted,
): Promise<Redeemed> => {
  const { endpoint, api, redirectUri, scope, onTokens } = settings
  const answer = await requestTokens(endpoint, grant.code, redirectUri)
  if ('failure' in answer) return { problem: answer.failure }
  const verified = await readGrant(api, answer.tokens.accessToken).catch(() => undefined)
  if (verified === undefined) return { problem: 'provider_failed' }
  const fault = judgeGrant(verified, grant.unverified, setup ?? { scope })
  if (fault !== undefined) return { problem: fault }
  const { userId: _user, vehicleId: _vehicle, ...unverified } = grant.unverified
  try {
    const data = await onTokens(answer.tokens, { request, ...verified, unverified })
    return { body: data === undefined ? null : JSON.stringify(data) }
  } catch {
    return { problem: 'not_stored' }
  }
}
