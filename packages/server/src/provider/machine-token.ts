// The application's own token for version 3, kept in memory and shared.
import {
  allowInsecureRequests,
  ClientSecretBasic,
  clientCredentialsGrantRequest,
  customFetch,
  processClientCredentialsResponse,
} from 'oauth4webapi'
import { createSingleFlight } from '../vault/single-flight.ts'
import { ProviderError } from './provider-error.ts'
import { type Fetch, providerFetch } from './provider-fetch.ts'
import { isLoopback, providerUrl } from './provider-url.ts'

/** Options of {@link createMachineToken}. */
export type MachineTokenOptions = {
  /** The API credential, `client_…`. */
  clientId: string
  clientSecret: string
  /** @default 'https://iam.smartcar.com/oauth2/token' */
  iamUrl?: string | undefined
  /** @default the global fetch */
  fetch?: Fetch
  /** @default Date.now */
  now?: () => number
}

/** Hands out the token; asks for a new one a minute before the old one ends. */
export type MachineToken = { getAccessToken(): Promise<string> }

const marginMs = 60_000

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
  const url = providerUrl('iamUrl', options.iamUrl ?? 'https://iam.smartcar.com/oauth2/token')
  const as = { issuer: url.origin, token_endpoint: url.href }
  const client = { client_id: clientId }
  const share = createSingleFlight<string>()
  let known: { accessToken: string; endsMs: number } | undefined

  async function ask(): Promise<string> {
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
          [allowInsecureRequests]: isLoopback(url),
        },
      )
      const answer = await processClientCredentialsResponse(as, client, response)
      const { access_token: accessToken, expires_in: lifetimeSec = 0 } = answer
      known = { accessToken, endsMs: sentMs + lifetimeSec * 1000 - marginMs }
      return accessToken
    } catch (error) {
      if (error instanceof ProviderError) throw error
      // The library's errors carry the answer's body.
      throw new ProviderError(
        'broken',
        'The provider gave no machine token, so connections cannot be read. Check the API credential.',
      )
    }
  }

  return {
    getAccessToken: () =>
      known !== undefined && known.endsMs > now()
        ? Promise.resolve(known.accessToken)
        : share('', ask),
  }
}
