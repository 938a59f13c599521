// Which kinds of grant the configured callbacks can take.
import type { ExchangeHandlerOptions } from './exchange-options.ts'
import type { PostedGrant } from './posted-grant.ts'

/**
 * Checks which kinds of grant the callbacks can take.
 *
 * @throws {TypeError} when there is none, or when one lacks what it needs.
 */
export function grantKinds<T>(
  options: ExchangeHandlerOptions<T>,
): ReadonlySet<PostedGrant['kind']> {
  const { onTokens, onConnected, onReauthenticated, requireSession = false } = options
  const kinds = new Set<PostedGrant['kind']>()
  if (typeof onTokens === 'function') kinds.add('code')
  if (typeof onConnected === 'function') kinds.add('user')
  if (typeof onReauthenticated === 'function') kinds.add('vehicle')
  if (!kinds.has('code') && !kinds.has('user')) {
    throw new TypeError(
      'onTokens must be a function (or onConnected for version 3): without it what was granted would be lost. Store it there and return what the browser may see.',
    )
  }
  if (requireSession && (options.store === undefined || options.appSession === undefined)) {
    throw new TypeError(
      'requireSession needs store and appSession, the same that createSessionHandler has; otherwise no session would be found. Give both.',
    )
  }
  if (kinds.has('user') && !(requireSession && options.machine !== undefined)) {
    throw new TypeError(
      'onConnected needs machine and requireSession: a user id from a browser proves nothing by itself. Give both.',
    )
  }
  return kinds
}
