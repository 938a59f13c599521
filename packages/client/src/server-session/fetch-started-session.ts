// Asks the app's backend for a session of its making, ahead of the click that needs it.

import { exchangeGrant } from '../answer/exchange.ts'
import type { ConnectOptions, Plan } from '../connect-options.ts'
import { ConnectError } from '../errors.ts'
import { createStateToken, tokenOf } from '../state-token.ts'

/** What a session handler is asked with. */
export type SessionOptions = Pick<ConnectOptions, 'session' | 'state' | 'vehicleId'>

/** What a session handler answers. */
export type SessionAnswer = { url: string; state: string; expiresInMs: number }

/** What the server made for one session. */
export type Prepared = Plan & {
  /** The state token; the server knows the session by it. */
  token: string
  /** Whether it is what these options ask for, and still good. */
  fits(options: SessionOptions): boolean
}

// So that what is at hand is still good when the person comes back from Connect's first page.
const spareMs = 60_000

/**
 * Fetches the address of Connect and the state token from the session handler.
 *
 * @throws {ConnectError} as an exchange does; an answer that is no session is `exchange_failed`
 */
export async function prepare(options: SessionOptions): Promise<Prepared> {
  const { session = '', state, vehicleId } = options
  const answer = await exchangeGrant<Partial<SessionAnswer>>(
    session,
    { state, vehicleId },
    createStateToken(),
    new AbortController(),
  )
  const { url: href, state: token, expiresInMs } = Object(answer)
  const url = URL.canParse(href) ? new URL(href) : undefined
  const sent = url?.searchParams.get('state') ?? ''
  if (!url || !token || tokenOf(sent) !== token || !(expiresInMs > spareMs)) {
    throw new ConnectError('exchange_failed', { cause: new TypeError('Not a session.') })
  }
  const goodUntilMs = Date.now() + expiresInMs - spareMs
  return {
    token,
    url,
    state: sent,
    fits: asked => Date.now() < goodUntilMs && topicOf(asked) === topicOf(options),
  }
}

/** What one session differs from another in. */
export function topicOf({ session, state, vehicleId }: SessionOptions): string {
  return JSON.stringify([session, state, vehicleId])
}
