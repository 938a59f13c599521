// What an attempt needs once its popup is open: loaded while the person is in it, not with the page.

import type { Known } from './attempt.ts'
import { listenHosted } from './hosted-redirect.ts'
import { remember } from './session-record.ts'

export { leave } from './leave.ts'
export { readGrant } from './read-grant.ts'

/** Keeps a record for a reload of this page, and listens for Smartcar's own page where it speaks for ours. */
export async function accompany<T>(
  { options, token, url, take, signal }: Known<T>,
  popup: Window | undefined,
): Promise<void> {
  const { connectOrigin, redirectUri, session, unsafeHostedRedirect } = options
  if (unsafeHostedRedirect || !(redirectUri || session)) {
    const state = url.searchParams.get('state') ?? ''
    listenHosted({ connectOrigin, popup, state }, signal, message =>
      take(message, () => {}, options.state),
    )
  }
  const forget = await remember(token, options, url)
  if (signal.aborted) forget?.()
  else signal.addEventListener('abort', () => forget?.())
}
