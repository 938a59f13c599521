// A vehicle that a user may not reach.

/**
 * Why a vehicle is not reached.
 *
 * - `not_connected`: this user has no such vehicle. It may be somebody else's; nothing more is told.
 * - `needs_reauth`: the person has to sign in to the vehicle again, by a session for this vehicle.
 */
export type VehicleAccessErrorCode = 'not_connected' | 'needs_reauth'

/** A vehicle that a user may not reach, or not now. */
export class VehicleAccessError extends Error {
  override readonly name = 'VehicleAccessError'
  /** Why. */
  readonly code: VehicleAccessErrorCode
  /** The vehicle that was asked for. */
  readonly vehicleId: string

  constructor(code: VehicleAccessErrorCode, vehicleId: string) {
    super(
      code === 'not_connected'
        ? 'This user has no such vehicle connected, so nothing was sent. Let the person connect it.'
        : 'The person has to sign in to this vehicle again, so nothing was sent. Start a session with its vehicleId.',
    )
    this.code = code
    this.vehicleId = vehicleId
  }
}

/** Says whether a caught value is a {@link VehicleAccessError}. */
export function isVehicleAccessError(error: unknown): error is VehicleAccessError {
  return error instanceof VehicleAccessError
}
