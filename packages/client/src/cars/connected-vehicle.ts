// A vehicle of the signed-in user, as the backend tells the page about it.

/**
 * A vehicle of the signed-in user: one entry of what a backend made with `createConnectBackend` answers
 * to `GET …/connections`.
 */
export type ConnectedVehicle = {
  /** Smartcar's id of the vehicle for this application. */
  readonly id: string
  /** In upper case, such as `TESLA`. */
  readonly make?: string | undefined
  /** As people write it, such as `Model 3`. */
  readonly model?: string | undefined
  /** The model year. */
  readonly year?: number | undefined
  /** `ICE`, `BEV`, `PHEV`; the set is open. */
  readonly powertrainType?: string | undefined
  /** `live` or `simulated`. */
  readonly mode?: string | undefined
  /** The permissions that were granted. */
  readonly permissions: readonly string[]
  /** `needs_reauth` when the person has to sign in to the vehicle again. */
  readonly state: 'connected' | 'needs_reauth'
  /**
   * When it was connected first, as a text.
   *
   * @see https://www.iso.org/iso-8601-date-and-time-format.html
   */
  readonly connectedAt: string
}
