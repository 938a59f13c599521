// Decides from the configured callbacks which kinds of grant can be redeemed.

import { optionError } from '../options/option-error.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'
import type { PostedGrant } from './posted-grant.ts'

/** The kinds of grant that a handler can redeem. */
export type GrantKinds = ReadonlySet<PostedGrant['kind']>

/**
 * Returns the kinds of grant that the callbacks can get.
 *
 * @throws {TypeError} when there is none, or when one lacks what it needs.
 */
export function grantKinds<T>(options: ExchangeHandlerOptions<T>): GrantKinds {
  const { onTokens, onConnected, onReauthenticated, requireSession = false } = options
  const kinds = new Set<PostedGrant['kind']>()
  if (typeof onTokens === 'function') kinds.add('code')
  if (typeof onConnected === 'function') kinds.add('user')
  if (typeof onReauthenticated === 'function') kinds.add('vehicle')
  if (kinds.size === 0) {
    throw optionError(
      'onTokens',
      'onTokens is not a function, and neither is onConnected, so every grant would be lost. Give onTokens (version 2) or onConnected (version 3), store the grant there and return what the browser may see.',
    )
  }
  if (requireSession && (options.store === undefined || options.appSession === undefined)) {
    throw optionError(
      'requireSession',
      'requireSession is set without store and appSession, so no started session would be found. Give both, the same that createSessionHandler has.',
    )
  }
  if (kinds.has('user') && !(requireSession && options.machine !== undefined)) {
    throw optionError(
      'onConnected',
      'onConnected is set without machine and requireSession, and a user id from a browser proves nothing by itself. Give both, so that the provider can be asked whose connection it is.',
    )
  }
  if (kinds.has('vehicle') && !(requireSession && options.machine !== undefined)) {
    throw optionError(
      'onReauthenticated',
      'onReauthenticated is set without machine and requireSession, and a vehicle id from a browser does not show that anybody signed in. Give both, so that the provider can be asked.',
    )
  }
  return kinds
}
