// Leaves for Connect in this tab, with a record of where to come back to.

import { withoutSecrets } from '../answer/without-secrets.ts'
import { markLive } from './claim.ts'
import { deleteRecord, type SessionToRecord, storeRecord } from './session-record.ts'

// After this time the page is still here because the person chose to stay, or because the provider is
// slow. The record is kept, so that a slow provider changes nothing.
const stayedMs = 3_000

/**
 * Stores what is needed on return, and goes.
 *
 * @param onStay called when the person is on this page after all: they came Back without an answer,
 *   or chose to stay where the page asked
 * @throws {Error} where nothing can be stored, so that there would be no way back; and what a script in
 *   the place of the browser's function throws
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-pagetransitionevent-interface
 * @see https://html.spec.whatwg.org/multipage/browsing-the-web.html#prompt-to-unload-a-document
 */
export async function leave(session: SessionToRecord, onStay: () => void): Promise<void> {
  const { token, url, signal } = session
  // Another session may have its record in this tab by now.
  if (signal.aborted) return
  const { pathname, search, hash: fragment } = location
  const hash = await storeRecord(session, pathname + search + fragment)
  if (!hash) throw new Error('Nothing can be stored in this tab.')
  if (signal.aborted) return deleteRecord(hash)
  // The record is for the page to come, not for this one.
  markLive(hash, signal)
  const timer = setTimeout(onStay, stayedMs)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    deleteRecord(hash)
  })
  const onPageShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    removeEventListener('pageshow', onPageShow)
    clearTimeout(timer)
    deleteRecord(hash)
    onStay()
  }
  addEventListener('pageshow', onPageShow, { signal })
  try {
    // A string, as other scripts may have replaced the function.
    location.assign(url.href)
  } catch (cause) {
    throw withoutSecrets(cause, [token])
  }
}
