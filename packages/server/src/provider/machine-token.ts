// The application's own token for version 3, kept in memory and shared by all callers.

import {
  allowInsecureRequests,
  ClientSecretBasic,
  clientCredentialsGrantRequest,
  customFetch,
  processClientCredentialsResponse,
} from 'oauth4webapi'
import { ProviderError } from './provider-error.ts'
import { type Fetch, providerFetch } from './provider-fetch.ts'
import { providerAddress } from './provider-url.ts'
import type { SimulatorOptions } from './simulator-option.ts'
import { createSingleFlight } from './single-flight.ts'

/** Options of {@link createMachineToken}. */
export type MachineTokenOptions = SimulatorOptions & {
  /** The id of the API credential, `client_…`. */
  clientId: string
  /** The secret of the API credential. */
  clientSecret: string
  /** The token endpoint of version 3. @default 'https://iam.smartcar.com/oauth2/token' */
  iamUrl?: string | undefined
  /** Sends the request. @default the global fetch */
  fetch?: Fetch
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: () => number
}

/** The source of the application's token. */
export type MachineToken = {
  /**
   * Returns a token that is valid for at least a minute, and asks for a new one when it is due.
   *
   * @throws {Error} with a `code` when the provider gives no token: `unreachable`, `timeout`, or
   * `broken` for a refused credential or an unusable answer.
   */
  getAccessToken(): Promise<string>
}

const marginMs = 60_000
const usual = { provider: 'https://iam.smartcar.com/oauth2/token', simulator: '/oauth2/token' }

/**
 * Creates the source of version 3 tokens (client credentials). Parallel callers share one request;
 * nothing is stored.
 *
 * Danger: this token reaches the cars of every user. Send `sc-user-id` only with an id that your
 * own server found, never with one from a browser.
 *
 * @throws {TypeError} for an address that must not get the secret.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.4
 */
export function createMachineToken(options: MachineTokenOptions): MachineToken {
  const {
    clientId,
    clientSecret,
    now = Date.now,
    fetch: send = request => fetch(request),
  } = options
  const url = providerAddress('iamUrl', options.iamUrl, usual, options)
  const as = { issuer: url.origin, token_endpoint: url.href }
  const client = { client_id: clientId }
  let current: { accessToken: string; endsMs: number } | undefined
  const share = createSingleFlight<string>()

  async function requestToken(): Promise<string> {
    const sentMs = now()
    try {
      const response = await clientCredentialsGrantRequest(
        as,
        client,
        ClientSecretBasic(clientSecret),
        new URLSearchParams(),
        {
          [customFetch]: (address: string, init: RequestInit) =>
            providerFetch(send, new Request(address, init)),
          [allowInsecureRequests]: url.protocol === 'http:',
        },
      )
      const answer = await processClientCredentialsResponse(as, client, response)
      const { access_token: accessToken, expires_in: lifetimeSec = 0 } = answer
      current = { accessToken, endsMs: sentMs + lifetimeSec * 1000 - marginMs }
      return accessToken
    } catch (error) {
      if (error instanceof ProviderError) throw error
      // The errors of the library carry the body of the answer, so they are replaced.
      throw new ProviderError(
        'broken',
        'The provider gave no machine token, so connections cannot be read. Check the API credential.',
      )
    }
  }

  return {
    getAccessToken() {
      if (current !== undefined && current.endsMs > now()) {
        return Promise.resolve(current.accessToken)
      }
      return share('token', requestToken)
    },
  }
}
