// Chooses how a grant is redeemed.

import type { Deadline } from '../timing/deadline.ts'
import type { PostedGrant } from './posted-grant.ts'
import { redeemCode } from './redeem-code.ts'
import { redeemListed } from './redeem-listed.ts'
import type { ProviderAccess, Redemption, RequestedAccess } from './redemption.ts'

/**
 * Asks the provider about a grant, in the way that its kind needs. The result was not yet compared
 * with what was asked for; see `judgeGrant`.
 *
 * @param held the tokens of an earlier post, which could not be verified then.
 * @returns the redeemed grant, or the problem; never throws.
 */
export async function redeemGrant(
  provider: ProviderAccess,
  grant: PostedGrant,
  requested: RequestedAccess,
  held: string | undefined,
  deadline: Deadline,
): Promise<Redemption> {
  return grant.kind === 'code'
    ? redeemCode(provider, grant.code, requested, held, deadline)
    : redeemListed(provider.machine, grant.kind, requested, deadline)
}
