// Leaves for Connect in this tab, with a record of where to come back to.

import { type SessionToRecord, storeRecord } from './session-record.ts'

/**
 * Stores what is needed on return, and goes.
 *
 * @param onReturn called when the person comes Back without an answer, and finds the page as it was
 * @throws {Error} where nothing can be stored, so that there would be no way back
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-pagetransitionevent-interface
 */
export async function leave(
  { token, options, url, signal }: SessionToRecord,
  onReturn: () => void,
): Promise<void> {
  // Another session may have its record in this tab by now.
  if (signal.aborted) return
  const { pathname, search, hash } = location
  const forget = await storeRecord(token, options, url, pathname + search + hash)
  if (!forget) throw new Error('Nothing can be stored in this tab.')
  if (signal.aborted) return forget()
  signal.addEventListener('abort', forget)
  const onPageShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    removeEventListener('pageshow', onPageShow)
    forget()
    onReturn()
  }
  addEventListener('pageshow', onPageShow, { signal })
  location.assign(url)
}
