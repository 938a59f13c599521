// Leaves for Connect in this tab, knowing the way back.

import { type Owner, remember } from './session-record.ts'

/**
 * Stores what is needed on return and goes.
 *
 * @param onReturn the person came Back, and the page is as it was left
 * @returns `false` where nothing can be stored, so that there would be no way back
 */
export async function leave(
  url: URL,
  token: string,
  owner: Owner,
  onReturn: () => void,
): Promise<boolean> {
  const { pathname, search, hash } = location
  const forget = await remember(token, owner, pathname + search + hash)
  if (!forget) return false
  const onPageShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    removeEventListener('pageshow', onPageShow)
    forget()
    onReturn()
  }
  addEventListener('pageshow', onPageShow)
  location.assign(url)
  return true
}
