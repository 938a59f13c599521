// What the provider returned after a person granted access.

/** What the provider returned, as far as a page may show it: never the authorization code. */
export type Grant = {
  /** Smartcar's id of the person, `user_id` of the redirect. */
  userId?: string | undefined
  /** The vehicle that was re-authenticated, `vehicle_id` of the redirect. */
  vehicleId?: string | undefined
  /** The app's own id of the connection, as `externalId` set it. */
  externalId?: string | undefined
  /** Where the person pairs a virtual key with a Tesla. Left out unless it is https at tesla.com. */
  virtualKeyUrl?: string | undefined
  /** The app's own value, as the option `state` set it. */
  state?: string | undefined
}

/** The grant with its authorization code. Only `exchange` ever sees it. */
export type FullGrant = Grant & {
  /** The authorization code: good once, for 10 minutes. */
  code?: string | undefined
}
