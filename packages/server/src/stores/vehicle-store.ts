// What a store must do so that it is known whose vehicle is whose (version 3).

/** A vehicle that a user of the app connected. Nothing in it is secret. */
export type StoredVehicle = {
  /** The app's own id of the user. */
  user: string
  /** Smartcar's id of the person, for `sc-user-id`. */
  smartcarUserId: string
  /** Smartcar's id of the vehicle. */
  vehicleId: string
  /** Smartcar's id of the connection, for disconnecting; `null` where it is not known. */
  connectionId: string | null
  /** In upper case, such as `TESLA`. */
  make: string | null
  /** As people write it, such as `Model 3`. */
  model: string | null
  /** The model year. */
  year: number | null
  /** Such as `BEV`. */
  powertrainType: string | null
  /** `live` or `simulated`. */
  mode: string | null
  /** The permissions that were granted. */
  permissions: readonly string[]
  /** `needs_reauth` when the person has to sign in to the vehicle again. */
  state: 'connected' | 'needs_reauth'
  /** When the state was last true, in milliseconds since 1970. */
  stateMs: number
  /** When the vehicle was connected first. */
  connectedMs: number
}

/** So long the last state of a vehicle is kept for users who connect it now, in milliseconds. */
export const toldStateMs: number = 60 * 60_000

/** Smartcar's ids of a person and a vehicle, which name a connection. */
export type SmartcarIds = Pick<StoredVehicle, 'smartcarUserId' | 'vehicleId'>

/**
 * Keeps the vehicles of users.
 *
 * Every method is one atomic step for all processes that share the store, is durable once it has
 * resolved, and rejects when the store fails.
 */
export type VehicleStore = {
  /** Throws or rejects with a `TypeError` when the store is set up so that it cannot be used here. */
  check?: (() => void | Promise<void>) | undefined
  /**
   * Writes a vehicle. It replaces what was known under the same user and ids, and keeps when the
   * vehicle was connected first. A state that was told after `stateMs` stays, also one that came before
   * the user had the vehicle; but none of the future, as from a clock that was set back.
   */
  saveVehicle(vehicle: StoredVehicle): Promise<void>
  /** The vehicles of a user, in the order in which they were connected. */
  vehiclesOf(user: string): Promise<StoredVehicle[]>
  /** The vehicle of a user; the one connected last where two people of Smartcar's share it. */
  readVehicle(user: string, vehicleId: string): Promise<StoredVehicle | undefined>
  /** The vehicles of a person of Smartcar's, of whichever users. */
  vehiclesOfPerson(smartcarUserId: string): Promise<StoredVehicle[]>
  /**
   * Sets the state of a vehicle, unless a newer one is known. The state is also kept for an hour where
   * nobody has the vehicle yet, for `saveVehicle`: it names no user, so it connects nothing.
   *
   * @param stateMs when it was so.
   * @returns how many rows changed.
   */
  markVehicle(ids: SmartcarIds, state: StoredVehicle['state'], stateMs: number): Promise<number>
  /**
   * Deletes a vehicle, unless a newer state is known: it was connected again in the meantime.
   *
   * @param stateMs until when it was so.
   * @returns how many rows were deleted.
   */
  deleteVehicle(ids: SmartcarIds, stateMs: number): Promise<number>
}
