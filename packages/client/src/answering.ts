// What an attempt needs once its popup is open: loaded while the person is in it, not with the page.

import type { Attempt } from './attempt.ts'
import type { ConnectOptions } from './connect-options.ts'
import { listenHosted } from './hosted-redirect.ts'
import { remember } from './session-record.ts'
import { createStateToken, tokenOf } from './state-token.ts'

export { exchangeGrant } from './exchange.ts'
export { readAnswer, resultKind } from './grant.ts'

/** What is known of an attempt whose popup is open. */
export type Accompanied<T> = Pick<Attempt, 'take' | 'signal'> & {
  options: ConnectOptions<T>
  token: string
  url: URL
  state: string
  popup: Window | undefined
}

/**
 * What the backend knows a repeat of an exchange by: the token where it made that itself, and
 * otherwise not, for a token of ours goes to nobody.
 */
export function idempotencyKey(
  { session }: Pick<ConnectOptions, 'session'>,
  state: string,
): string {
  return session ? tokenOf(state) : createStateToken()
}

/** Keeps a record for a reload of this page, and listens for Smartcar's own page where it speaks for ours. */
export async function accompany<T>(accompanied: Accompanied<T>): Promise<void> {
  const { options, token, url, state, popup, take, signal } = accompanied
  const { connectOrigin, redirectUri, session, unsafeHostedRedirect } = options
  if (unsafeHostedRedirect || !(redirectUri || session)) {
    listenHosted({ connectOrigin, popup, state }, signal, message =>
      take(message, () => {}, options.state),
    )
  }
  const forget = await remember(token, options, url)
  if (signal.aborted) forget?.()
  else signal.addEventListener('abort', () => forget?.())
}
