// Chooses how a grant is redeemed.

import type { PostedGrant } from './posted-grant.ts'
import { redeemCode } from './redeem-code.ts'
import { redeemUser } from './redeem-user.ts'
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
): Promise<Redemption> {
  switch (grant.kind) {
    case 'code':
      return redeemCode(provider, grant.code, requested, held)
    case 'user':
      return redeemUser(provider, grant.userId, requested)
    case 'vehicle':
      // The person signed in at the provider; no code and no token comes back from there.
      return { ok: true, redeemed: { kind: 'vehicle', vehicleId: grant.vehicleId } }
  }
}
