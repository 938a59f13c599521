// What an attempt needs once the click is over: loaded while the person is in the popup, or before
// this tab leaves, and not with the page.

import type { Known } from '../open-session.ts'
import { remember } from '../resume/session-record.ts'
import { listenHosted } from './hosted-redirect.ts'

export { leave } from '../resume/leave.ts'
export { readGrant } from './read-grant.ts'

/** Keeps a record for a reload of this page, and listens for Smartcar's own page where it speaks for ours. */
export async function accompany<T>(
  { options, token, url, take, signal }: Known<T>,
  popup: Window | undefined,
): Promise<void> {
  const { connectOrigin, redirectUri, session, unsafeHostedRedirect } = options
  if (unsafeHostedRedirect === true || !(redirectUri || session)) {
    const state = url.searchParams.get('state') ?? ''
    listenHosted({ connectOrigin, popup, state }, signal, message =>
      take(message, () => {}, options.state),
    )
  }
  // Another attempt may have its record in this tab by now.
  if (signal.aborted) return
  const forget = await remember(token, options, url)
  if (signal.aborted) forget?.()
  else signal.addEventListener('abort', () => forget?.())
}
