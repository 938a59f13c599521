// One person's way through Connect, from the request of the application to the redirect back.

import type { RequestedPermission } from '../world/permissions.ts'
import type { VehicleMode } from '../world/vehicle.ts'

/** What comes back: a code, nothing but ids, or the vehicle that was signed in for again. */
export type ResponseType = 'code' | 'none' | 'vehicle_id'

/** An authorisation as the application asked for it. */
export type AuthorizeRequest = {
  readonly clientId: string
  /** Where the person is sent back to. Without one it is the simulator's own redirect page. */
  readonly redirectUri: string
  /** The origin that the simulator's redirect page posts to, when there is no redirect URI. */
  readonly appOrigin?: string
  readonly responseType: ResponseType
  readonly permissions: readonly RequestedPermission[]
  readonly state?: string
  readonly approvalPrompt: 'auto' | 'force'
  readonly mode: VehicleMode
  readonly make?: string
  readonly singleSelect: boolean
  readonly singleSelectVin?: string
  readonly country: string
  readonly user?: string
  /** `null` clears the external id of the user. */
  readonly externalId?: string | null
  /** The vehicle to sign in for again. */
  readonly vehicleId?: string
  /** The name of the scenario that this authorisation follows. */
  readonly scenario: string
}

/** One person going through the pages. Its id is the only thing that ties the pages together. */
export type Attempt = {
  readonly id: string
  readonly createdAtMs: number
  /** Origin of the simulator as the person opened it; the car-maker hop comes back here. */
  readonly origin: string
  readonly request: AuthorizeRequest
  /** The id of the chosen brand. */
  brandId?: string
  /** The email that was signed in with. Passwords are never kept. */
  email?: string
  /** Whether the person agreed on the extra page of the car maker. */
  carMakerAgreed?: boolean
}
