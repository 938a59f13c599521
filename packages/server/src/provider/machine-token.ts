// The application's own token for version 3, kept in memory and shared by all callers.

import {
  allowInsecureRequests,
  ClientSecretPost,
  clientCredentialsGrantRequest,
  customFetch,
} from 'oauth4webapi'
import { judgeOnce } from '../options/judge-once.ts'
import { requiredOption } from '../options/required-option.ts'
import { createRedactor } from '../reporting/redact.ts'
import { type Deadline, deadlineIn } from '../timing/deadline.ts'
import { askAgain } from './ask-again.ts'
import { type Fetch, providerFetch, withinCall } from './provider-fetch.ts'
import { providerAddress } from './provider-url.ts'
import { readTokenAnswer, unusableField } from './read-token-answer.ts'
import type { SimulatorOptions } from './simulator-option.ts'
import { createSingleFlight } from './single-flight.ts'
import { isToken, lifetimeSec } from './tokens.ts'

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
   * @throws {ProviderError} with a `code` when the provider gives no token: `unreachable`, `timeout`,
   * `client_refused` for a wrong credential, or `broken` for an unusable answer.
   */
  getAccessToken(): Promise<string>
}

/** A source for a caller that finds out when the provider does not take a token any more. */
export type RenewableToken = MachineToken & {
  /** Tells that the provider refused this token, so that another one is asked for. */
  forget(accessToken: string): void
}

const marginMs = 60_000
const usual = { provider: 'https://iam.smartcar.com/oauth2/token', simulator: '/oauth2/token' }
const machineLifetimeSec = 60 * 60
const askingDeadlineMs = 15_000
const consequence = 'the provider would refuse every call of version 3'

/**
 * Creates the source of version 3 tokens (client credentials). Parallel callers share one request;
 * nothing is stored.
 *
 * Danger: this token reaches the cars of every user. Send `sc-user-id` only with an id that your
 * own server found, never with one from a browser.
 *
 * The options are judged at the first call: a missing id or secret, or an address that must not get the
 * secret, makes it reject with a `TypeError`.
 *
 * @returns the source; it keeps a token in memory until a minute before its end
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.4
 */
export function createMachineToken(options: MachineTokenOptions): MachineToken {
  const opened = judgeOnce(() => openMachineToken(options))
  return {
    async getAccessToken() {
      return (await opened()).getAccessToken()
    },
  }
}

/**
 * Creates the source for a caller that judges its options already.
 *
 * @throws {TypeError} for a missing id or secret, or an address that must not get the secret.
 */
export function openMachineToken(options: MachineTokenOptions): RenewableToken {
  const { now = Date.now, fetch: send = request => fetch(request) } = options
  const clientId = requiredOption('machine.clientId', options.clientId, consequence)
  const clientSecret = requiredOption('machine.clientSecret', options.clientSecret, consequence)
  const url = providerAddress('iamUrl', options.iamUrl, usual, options)
  const as = { issuer: url.origin, token_endpoint: url.href }
  const client = { client_id: clientId }
  const redact = createRedactor([clientSecret])
  let current: { accessToken: string; startMs: number; lifetimeMs: number } | undefined
  const share = createSingleFlight<string>()

  async function requestToken(deadline: Deadline): Promise<string> {
    const startMs = now()
    const response = await clientCredentialsGrantRequest(
      as,
      client,
      // HTTP Basic is not documented for this host.
      ClientSecretPost(clientSecret),
      new URLSearchParams(),
      {
        [customFetch]: (address: string, init: RequestInit) =>
          providerFetch(send, new URL(address), init, withinCall(deadline)),
        [allowInsecureRequests]: url.protocol === 'http:',
      },
    )
    const { access_token: accessToken, expires_in } = await readTokenAnswer(url, response)
    if (!isToken(accessToken)) throw unusableField(url, 'access_token')
    const lifetimeMs = lifetimeSec(expires_in, machineLifetimeSec) * 1000 - marginMs
    current = { accessToken, startMs, lifetimeMs }
    return accessToken
  }

  /** Says whether the token is good now, whichever way the clock was set since it came. */
  function isGood(token: NonNullable<typeof current>): boolean {
    const ageMs = now() - token.startMs
    return ageMs >= 0 && ageMs < token.lifetimeMs
  }

  return {
    forget(accessToken) {
      // A newer one may have come in the meantime.
      if (current?.accessToken === accessToken) current = undefined
    },
    async getAccessToken() {
      if (current !== undefined && isGood(current)) return current.accessToken
      try {
        return await share('token', () => {
          const deadline = deadlineIn(askingDeadlineMs)
          return askAgain(deadline, () => requestToken(deadline))
        })
      } catch (thrown) {
        // A copy without the secret, because this error goes to the app.
        throw redact(thrown)
      }
    },
  }
}
