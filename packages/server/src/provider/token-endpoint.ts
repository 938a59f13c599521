// The configured token endpoint.

import { requiredOption } from '../options/required-option.ts'
import type { Fetch } from './provider-fetch.ts'
import { providerAddress } from './provider-url.ts'
import type { SimulatorOptions } from './simulator-option.ts'

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

/** The part of a token endpoint that is no secret. */
export type TokenAddress = Pick<TokenEndpoint, 'clientId' | 'url'>

const consequence = 'the provider would refuse every exchange'
const usual = { provider: 'https://auth.smartcar.com/oauth/token', simulator: '/oauth/token' }

/**
 * Checks client id and token URL, for a caller that redeems nothing and so needs no secret.
 *
 * @throws {TypeError} naming the option.
 */
export function tokenAddress(
  options: SimulatorOptions & { clientId: string; tokenUrl?: string | undefined },
): TokenAddress {
  return {
    clientId: requiredOption('clientId', options.clientId, consequence),
    url: providerAddress('tokenUrl', options.tokenUrl, usual, options),
  }
}

/**
 * Checks client id, client secret and token URL.
 *
 * @throws {TypeError} naming the option.
 */
export function tokenEndpoint(
  options: SimulatorOptions & {
    clientId: string
    clientSecret?: string
    tokenUrl?: string | undefined
    fetch?: Fetch
    now?: () => number
  },
): TokenEndpoint {
  return {
    ...tokenAddress(options),
    clientSecret: requiredOption('clientSecret', options.clientSecret, consequence),
    fetch: options.fetch ?? (request => fetch(request)),
    now: options.now ?? Date.now,
  }
}
