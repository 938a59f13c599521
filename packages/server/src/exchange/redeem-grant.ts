// Chooses how a grant is redeemed.
import type { FlowSetup } from '../stores/flow-store.ts'
import type { PostedGrant } from './posted-grant.ts'
import { redeemCode } from './redeem-code.ts'
import { redeemUser } from './redeem-user.ts'
import { redeemVehicle } from './redeem-vehicle.ts'
import type { Redeemed, RedemptionSettings } from './redemption.ts'

/** Redeems a grant by its kind. Never throws. */
export function redeemGrant<T>(
  settings: RedemptionSettings<T>,
  request: Request,
  grant: PostedGrant,
  setup: FlowSetup | undefined,
): Promise<Redeemed> {
  switch (grant.kind) {
    case 'code':
      return redeemCode(settings, request, grant, setup)
    case 'user':
      return redeemUser(settings, request, grant, setup)
    case 'vehicle':
      return redeemVehicle(settings, request, grant, setup)
  }
}

/** Whether an ending spent nothing, so that the same grant may be tried again. */
export function isRepeatable(redeemed: Redeemed): boolean {
  return (
    'problem' in redeemed &&
    (redeemed.problem === 'unreachable' || redeemed.problem === 'not_listed')
  )
}
