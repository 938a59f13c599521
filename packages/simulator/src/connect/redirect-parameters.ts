// What goes back to the application: the parameters of the redirect, as the provider sends them.

import type { AuthorizeRequest } from '../memory/attempt.ts'
import type { ProviderErrorCode } from '../world/redirect-errors.ts'
import { redirectErrorDescriptions } from '../world/redirect-errors.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { flagsOf } from './request/flags.ts'

/** How an authorization ended. */
export type Ending =
  | {
      /** Access was granted. */
      readonly kind: 'granted'
      /** Only with `response_type=code`. */
      readonly code?: string
      /** The id of the application’s user. */
      readonly userId: string
      /** The application’s own id of the user, if it gave one. */
      readonly externalId?: string
      /** Only for vehicles whose maker asks for a key to be added. */
      readonly virtualKeyUrl?: string
    }
  | { readonly kind: 'reauthenticated'; readonly vehicleId: string }
  | {
      /** It ended with an error. */
      readonly kind: 'error'
      /** Which error it was. */
      readonly error: ProviderErrorCode
      /** The vehicle that is not supported, if the person agreed to tell. */
      readonly vehicle?: Vehicle
    }

/** Names and values in order. A list, so that a scenario can send one twice. */
export type RedirectParameters = readonly (readonly [name: string, value: string])[]

/** The parameters for an ending. The state is returned exactly as it came. */
export function redirectParameters(ending: Ending, request: AuthorizeRequest): RedirectParameters {
  const pairs: (readonly [string, string | undefined])[] = []
  if (ending.kind === 'granted') {
    pairs.push(['code', ending.code], ['user_id', ending.userId])
    pairs.push(['external_id', ending.externalId], ['virtual_key_url', ending.virtualKeyUrl])
  } else if (ending.kind === 'reauthenticated') {
    pairs.push(['vehicle_id', ending.vehicleId])
    if (typeof request.externalId === 'string') pairs.push(['external_id', request.externalId])
  } else {
    pairs.push(
      ['error', ending.error],
      ['error_description', redirectErrorDescriptions[ending.error]],
    )
    if (ending.error === 'configuration_error') {
      pairs.push(['status_code', '400'], ['error_message', 'The application has no active plan.'])
    }
    if (ending.vehicle !== undefined) {
      const { vin, make, model, year } = ending.vehicle
      pairs.push(['vin', vin], ['make', make], ['model', model], ['year', String(year)])
    }
  }
  pairs.push(['state', request.state])
  return pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)
}

/**
 * The address to send the person to: the redirect URI with the parameters behind its own query. Only
 * the simulator's own redirect page is told the look that the application chose.
 *
 * @param hostedRedirectUri the address of that page
 */
export function redirectLocation(
  request: AuthorizeRequest,
  parameters: RedirectParameters,
  hostedRedirectUri: string,
): string {
  const { redirectUri, appOrigin } = request
  const query = new URLSearchParams(
    parameters.map(([name, value]): [string, string] => [name, value]),
  )
  if (appOrigin !== undefined) query.append('app_origin', appOrigin)
  const flags = redirectUri.split('?', 1)[0] === hostedRedirectUri ? flagsOf(request) : ''
  if (flags !== '') query.append('flags', flags)
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`
}
