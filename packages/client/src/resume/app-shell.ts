// Finds the app in the place of its redirect page, as a host or a service worker answers every address with it.

import type { refuse } from '../messages/refuse.ts'
import { hashOf, tokenOf } from '../state/read-state.ts'
import type { Connection } from '../watched.ts'
import { isAlive } from './claim.ts'
import { readRecord } from './session-record.ts'

/**
 * Takes an answer of ours out of the address of this page: the code must not stay there.
 *
 * An answer is ours at the redirect URI of a connection, and on any path where its state is that of
 * a session of ours. Other answers belong to the app's own log-in.
 *
 * @throws {TypeError} where it did: the answer is lost
 */
export async function refuseAppShell(
  connections: readonly Connection[],
  refuseOption: typeof refuse,
): Promise<void> {
  const { origin, pathname, search } = location
  const query = new URLSearchParams(search)
  const token = tokenOf(query.get('state') ?? '')
  if (!token) return
  const isRedirectPage = connections.some(connection => {
    const { redirectUri = '' } = connection.read()
    const page = URL.canParse(redirectUri, origin) ? new URL(redirectUri, origin) : undefined
    return redirectUri && page?.origin === origin && page.pathname === pathname
  })
  if (!isRedirectPage && !(await isOurSession(query, token))) return
  history.replaceState(history.state, '', origin + pathname)
  refuseOption('redirectUri', 'is answered with the app itself', 'app_at_redirect_uri')
}

async function isOurSession(query: URLSearchParams, token: string): Promise<boolean> {
  const isAnswer = ['code', 'error', 'user_id', 'vehicle_id'].some(name => query.has(name))
  const hash = isAnswer && (await hashOf(token))
  return !!hash && (readRecord()?.hash === hash || isAlive(hash))
}
