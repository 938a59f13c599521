// The errors that the provider sends to the redirect URI, and how it words them.

/**
 * The error codes that the provider sends to the redirect URI.
 *
 * - `access_denied`: the person did not grant access.
 * - `invalid_subscription`: the account has no active subscription of the car maker.
 * - `vehicle_incompatible`: the vehicle is not supported.
 * - `no_vehicles`: the account has no vehicles.
 * - `user_manually_returned_to_application`: the person went back to the app.
 * - `configuration_error`: the application is not set up correctly.
 * - `server_error`: something failed at the provider.
 * - `user_cancelled`: the person cancelled.
 *
 * @see https://smartcar.com/docs/errors/connect-errors
 */
export type ProviderErrorCode =
  | 'access_denied'
  | 'invalid_subscription'
  | 'vehicle_incompatible'
  | 'no_vehicles'
  | 'user_manually_returned_to_application'
  | 'configuration_error'
  | 'server_error'
  | 'user_cancelled'

/** The `error_description` of each code. */
export const redirectErrorDescriptions: Readonly<Record<ProviderErrorCode, string>> = {
  access_denied: 'The person denied access to their vehicle.',
  invalid_subscription: 'The account has no active connected-services subscription.',
  vehicle_incompatible: 'The vehicle is not supported.',
  no_vehicles: 'The account has no vehicles.',
  user_manually_returned_to_application: 'The person went back to the application.',
  configuration_error: 'The application is not set up correctly.',
  server_error: 'Something failed at the provider.',
  user_cancelled: 'The person cancelled.',
}
