// Checks the options of the session handler and turns them into what its steps are given.

import { allowedOrigins } from '../http/allowed-origins.ts'
import type { CrossOrigin } from '../http/cross-origin.ts'
import { checkedRedirectUri } from '../options/checked-redirect-uri.ts'
import { optionError } from '../options/option-error.ts'
import { providerAddress } from '../provider/provider-url.ts'
import { tokenAddress } from '../provider/token-endpoint.ts'
import { guardStore } from '../reporting/call-app.ts'
import { checkStore } from '../stores/check-store.ts'
import type { StartedSessionStore } from '../stores/started-session-store.ts'
import type { ConnectApplication } from './connect-url.ts'
import type { SessionHandlerOptions } from './session-options.ts'

const usual = { provider: 'https://connect.smartcar.com', simulator: '/' }
const storeTimeoutMs = 10_000

/** What the steps of a started session are given. */
export type SessionConfiguration = Pick<SessionHandlerOptions, 'appSession' | 'params'> & {
  /** Which pages of another origin may call. */
  cross: CrossOrigin
  /** Where sessions are kept. */
  store: StartedSessionStore
  /** What every address of Connect has. */
  application: ConnectApplication
  /** Where codes of these sessions are redeemed. */
  tokenUrl: string
  /** The clock, in milliseconds since 1970. */
  now: () => number
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {TypeError} naming the option that is wrong.
 */
export async function sessionConfiguration(
  options: SessionHandlerOptions,
): Promise<SessionConfiguration> {
  const { appSession, params, store, now = Date.now } = options
  const { clientId, url: tokenUrl } = tokenAddress(options)
  const redirectUri = checkedRedirectUri(options.redirectUri)
  const origins = allowedOrigins(options.origins)
  const url = providerAddress('connectUrl', options.connectUrl, usual, options)
  for (const [path, value] of [
    ['appSession', appSession],
    ['params', params],
  ] as const) {
    if (typeof value === 'function') continue
    throw optionError(
      path,
      `${path} is not a function, so no session could be started. Give a function; see the example of createSessionHandler.`,
    )
  }
  if (typeof store?.saveStartedSession !== 'function') {
    throw optionError(
      'store',
      'store is missing, so no started session would be found again. Give the store of the exchange handler.',
    )
  }
  await checkStore(store)
  return {
    appSession,
    params,
    cross: { origins, withCookies: true },
    store: guardStore(store, storeTimeoutMs),
    application: { url, clientId, redirectUri },
    tokenUrl: tokenUrl.href,
    now,
  }
}
