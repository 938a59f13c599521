// Checks the options of the exchange handler and turns them into what its steps are given.

import { allowedOrigins } from '../http/allowed-origins.ts'
import { checkedRedirectUri } from '../options/checked-redirect-uri.ts'
import { isProduction } from '../options/is-production.ts'
import { machineAccess } from '../provider/machine-access.ts'
import { providerUrl } from '../provider/provider-url.ts'
import { tokenEndpoint } from '../provider/token-endpoint.ts'
import { createMemoryStore } from '../stores/memory.ts'
import type { AdmissionRules } from './admit-exchange.ts'
import type { ExchangeCallbacks, ExchangeHandlerOptions } from './exchange-options.ts'
import { grantKinds } from './grant-kinds.ts'
import type { ProviderAccess, RequestedAccess } from './redemption.ts'

/** What the steps of an exchange are given. */
export type ExchangeConfiguration<T> = {
  /** What a request is checked against. */
  rules: AdmissionRules
  /** The ways to the provider. */
  provider: ProviderAccess
  /** What was asked for by sessions that the server did not start. */
  requested: RequestedAccess
  /** The functions of the app that get a grant which was checked. */
  callbacks: ExchangeCallbacks<T>
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {TypeError} naming the option that is wrong.
 */
export function exchangeConfiguration<T>(
  options: ExchangeHandlerOptions<T>,
): ExchangeConfiguration<T> {
  // Without onTokens no code is redeemed, so no client secret is needed.
  const endpoint = tokenEndpoint(options.onTokens ? options : { ...options, clientSecret: '-' })
  const { clientId, fetch, now } = endpoint
  const redirectUri = checkedRedirectUri(options.redirectUri)
  const origins = allowedOrigins(options.origins)
  const apiUrl = providerUrl('apiUrl', options.apiUrl ?? 'https://api.smartcar.com')
  const kinds = grantKinds(options)
  const { onTokens, onConnected, onReauthenticated } = options
  const { appSession, scope = [], store = createMemoryStore() } = options
  const mode = options.mode ?? (isProduction() ? 'live' : undefined)
  const setup = { tokenUrl: endpoint.url.href, clientId, redirectUri }
  const requiredSetup = options.requireSession ? setup : undefined
  return {
    rules: { origins, store, appSession, requiredSetup, kinds, now },
    provider: {
      endpoint,
      redirectUri,
      api: { url: apiUrl, fetch },
      machine: options.machine && machineAccess(options.machine, fetch, now),
    },
    requested: { scope, ...(mode && { mode }) },
    callbacks: { onTokens, onConnected, onReauthenticated },
  }
}
