// The configured token endpoint.

import { required } from '../options/required.ts'
import type { Fetch } from './provider-fetch.ts'
import { providerUrl } from './provider-url.ts'
import type { TokenEndpoint } from './token-request.ts'

/**
 * Checks client id, secret and token URL.
 *
 * @throws {TypeError} naming the option.
 */
export function tokenEndpoint(options: {
  clientId: string
  clientSecret?: string
  tokenUrl?: string | undefined
  fetch?: Fetch
  now?: () => number
}): TokenEndpoint {
  return {
    clientId: required('clientId', options.clientId),
    clientSecret: required('clientSecret', options.clientSecret),
    url: providerUrl('tokenUrl', options.tokenUrl ?? 'https://auth.smartcar.com/oauth/token'),
    fetch: options.fetch ?? (request => fetch(request)),
    now: options.now ?? Date.now,
  }
}
