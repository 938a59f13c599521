// Ends a sign-in to a vehicle that is connected already.
import type { FlowSetup } from '../stores/flow-store.ts'
import type { UnverifiedGrant } from './posted-grant.ts'
import { handOver, type Redeemed, type RedemptionSettings } from './redemption.ts'

/**
 * Checks that it is the vehicle that the session was started for, and tells the app.
 *
 * Without a started session nothing here proves the vehicle: the app looks it up among its own.
 * Never throws.
 */
export async function redeemVehicle<T>(
  { onReauthenticated }: RedemptionSettings<T>,
  request: Request,
  { vehicleId, unverified }: { vehicleId: string; unverified: UnverifiedGrant },
  setup: FlowSetup | undefined,
): Promise<Redeemed> {
  if (setup !== undefined && setup.vehicleId !== vehicleId) {
    return { problem: 'identity_mismatch' }
  }
  return handOver(() => onReauthenticated?.(vehicleId, { request, unverified }))
}
