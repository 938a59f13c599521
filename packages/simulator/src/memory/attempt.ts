// One person's way through Connect, from the request of the application to the redirect back.

import type { RequestedPermission } from '../world/permissions.ts'
import type { VehicleMode } from '../world/vehicle.ts'

/** What comes back: a code, nothing but ids, or the vehicle that was signed in for again. */
export type ResponseType = 'code' | 'none' | 'vehicle_id'

/** What the application wants the pages to look like. */
export type Look = {
  /** The language of the pages (BCP 47), from `flags`. Else it is the browser's. */
  readonly language?: string
  /** The colours of the pages, from `flags`. Else they are the browser's. */
  readonly theme?: 'light' | 'dark'
}

/**
 * An authorization as the application asked for it.
 *
 * @see https://smartcar.com/docs/connect/connect-url
 */
export type AuthorizeRequest = Look & {
  /** The application, from `application_id` or the older `client_id`. */
  readonly clientId: string
  /** Where the person is sent back to. For `app_origin` it is the hosted redirect page. */
  readonly redirectUri: string
  /** The origin that the hosted redirect page posts to, when there is no redirect URI. */
  readonly appOrigin?: string
  /** What the application wants to get back. */
  readonly responseType: ResponseType
  /** The permissions of `scope`, in their order. */
  readonly permissions: readonly RequestedPermission[]
  /** Returned exactly as it came. */
  readonly state?: string
  /** Whether to ask again for what was agreed to before. */
  readonly approvalPrompt: 'auto' | 'force'
  /** The mode of the vehicles that are offered. */
  readonly mode: VehicleMode
  /** The brand that the application chose, so that the brand page is not shown. */
  readonly make?: string
  /** Whether one vehicle only may be chosen. */
  readonly singleSelect: boolean
  /** The VIN of the vehicle that is offered alone. */
  readonly singleSelectVin?: string
  /** The country whose brands are offered (ISO 3166 alpha-2), from `flags`. */
  readonly country: string
  /** The application's own name for the person. The simulator only records it. */
  readonly user?: string
  /** The application's own id of the user. `null` clears it. */
  readonly externalId?: string | null
  /** The vehicle to sign in for again. */
  readonly vehicleId?: string
  /** The name of the scenario that this authorization follows. */
  readonly scenario: string
}

/** One person going through the pages. Nothing but its id ties the pages together. */
export type Attempt = {
  /** Unguessable; in the address of each page. */
  readonly id: string
  /** When it began, by the simulator's clock. It ends after an hour. */
  readonly createdAtMs: number
  /** The origin at which the person opened the simulator; the car maker's page leads back here. */
  readonly origin: string
  /** What the application asked for. */
  readonly request: AuthorizeRequest
  /** The id of the brand that was chosen. */
  brandId?: string
  /** The email that was signed in with. Passwords are never kept. */
  email?: string
  /** Whether the person agreed on the extra page of the car maker. */
  carMakerAgreed?: boolean
}
