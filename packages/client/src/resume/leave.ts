// Leaves for Connect in this tab, knowing the way back.

import type { Session } from '../session.ts'
import { type Owner, remember } from './session-record.ts'

/** What is needed to leave. */
export type Leaving = {
  options: Owner
  token: string
  url: URL
  tell: (session: Session<never>) => void
  /** Aborted when the attempt ends: no answer counts then, and if possible this tab stays. */
  signal: AbortSignal
}

/**
 * Stores what is needed on return and goes. Whoever comes Back finds the page as it was left.
 *
 * @throws {Error} where nothing can be stored, so that there would be no way back
 */
export async function leave({ options, token, url, tell, signal }: Leaving): Promise<void> {
  // Another attempt may have its record in this tab by now.
  if (signal.aborted) return
  const { pathname, search, hash } = location
  const forget = await remember(token, options, url, pathname + search + hash)
  if (!forget) throw new Error('Nothing can be stored in this tab.')
  if (signal.aborted) return forget()
  signal.addEventListener('abort', forget)
  const onPageShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    removeEventListener('pageshow', onPageShow)
    forget()
    tell({ status: 'idle' })
  }
  addEventListener('pageshow', onPageShow, { signal })
  location.assign(url)
}
