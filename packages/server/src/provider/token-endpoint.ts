// The configured token endpoint.

import { requiredOption } from '../options/required-option.ts'
import type { Fetch } from './provider-fetch.ts'
import { providerUrl } from './provider-url.ts'

/** Who asks for tokens, and where. All of it is configuration; nothing comes from a browser. */
export type TokenEndpoint = {
  /** The application that asks. */
  clientId: string
  /** The client secret, sent by HTTP Basic. */
  clientSecret: string
  /** The address that gets codes, refresh tokens and the client secret. */
  url: URL
  /** Sends requests to the provider. */
  fetch: Fetch
  /** The clock, in milliseconds since 1970. */
  now: () => number
}

const consequence = 'the provider would refuse every exchange'

/**
 * Checks client id, client secret and token URL.
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
    clientId: requiredOption('clientId', options.clientId, consequence),
    clientSecret: requiredOption('clientSecret', options.clientSecret, consequence),
    url: providerUrl('tokenUrl', options.tokenUrl ?? 'https://auth.smartcar.com/oauth/token'),
    fetch: options.fetch ?? (request => fetch(request)),
    now: options.now ?? Date.now,
  }
}
