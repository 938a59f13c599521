// Checks the options of the exchange handler and turns them into what its steps are given.

import { allowedOrigins } from '../http/allowed-origins.ts'
import type { CrossOrigin } from '../http/cross-origin.ts'
import { checkedRedirectUri } from '../options/checked-redirect-uri.ts'
import { isProduction } from '../options/is-production.ts'
import { optionError } from '../options/option-error.ts'
import { machineAccess } from '../provider/machine-access.ts'
import { providerAddress } from '../provider/provider-url.ts'
import { tokenEndpoint } from '../provider/token-endpoint.ts'
import { guardStore } from '../reporting/call-app.ts'
import { isScope, modes } from '../session/checked-params.ts'
import { adviseOnScope } from '../session/scope-advice.ts'
import { checkStore } from '../stores/check-store.ts'
import { createMemoryStore } from '../stores/memory.ts'
import type { AdmissionRules } from './admit-exchange.ts'
import { createExchangeLimit, type ExchangeLimit } from './exchange-limit.ts'
import type { ExchangeCallbacks, ExchangeHandlerOptions } from './exchange-options.ts'
import { grantKinds } from './grant-kinds.ts'
import type { ProviderAccess, RequestedAccess } from './redemption.ts'

/** What the steps of an exchange are given. */
export type ExchangeConfiguration<T> = {
  /** What a request is checked against. */
  rules: AdmissionRules
  /** Which pages of another origin may call. */
  cross: CrossOrigin
  /** Bounds grants that come to nothing, by who sends them. */
  limit: ExchangeLimit
  /** The ways to the provider. */
  provider: ProviderAccess
  /** What was asked for by sessions that the server did not start. */
  requested: RequestedAccess
  /** The functions of the app that get a grant which was checked. */
  callbacks: ExchangeCallbacks<T>
}

/** Checks that an option which is called is a function, if it is set. */
function checkFunction(path: 'appSession' | 'limitKey', value: unknown): void {
  if (value === undefined || typeof value === 'function') return
  throw optionError(
    path,
    `${path} is not a function, so no request could be told from another. Give a function from the request to a text, or leave it out.`,
  )
}

/** Checks what grants are compared with; whatever is no such value would be found out with tokens in hand. */
function checkRequested({ scope, mode }: RequestedAccess): void {
  if (scope !== undefined && !isScope(scope)) {
    throw optionError(
      'scope',
      'scope is not a list of permissions, so no grant could be compared with it. Write a list in which each permission is a text of its own, such as read_odometer.',
    )
  }
  if (mode !== undefined && !modes.includes(mode)) {
    throw optionError(
      'mode',
      'mode is not live, simulated or test, so no vehicle would have it. Write one of the three, or leave it out.',
    )
  }
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {TypeError} naming the option that is wrong.
 */
export async function exchangeConfiguration<T>(
  options: ExchangeHandlerOptions<T>,
): Promise<ExchangeConfiguration<T>> {
  // Without onTokens no code is redeemed, so no client secret is needed.
  const endpoint = tokenEndpoint(options.onTokens ? options : { ...options, clientSecret: '-' })
  const { clientId, fetch, now } = endpoint
  const redirectUri = checkedRedirectUri(options.redirectUri)
  const origins = allowedOrigins(options.origins)
  const usualApi = { provider: 'https://api.smartcar.com', simulator: '/' }
  const apiUrl = providerAddress('apiUrl', options.apiUrl, usualApi, options)
  const kinds = grantKinds(options)
  const { onTokens, onConnected, onReauthenticated, appSession, limitKey, scope = [] } = options
  checkFunction('appSession', appSession)
  checkFunction('limitKey', limitKey)
  checkRequested(options)
  adviseOnScope(scope)
  const store = options.store ?? createMemoryStore({ now })
  if (typeof store.claimExchange !== 'function') {
    throw optionError(
      'store',
      'store keeps no exchanges, so nobody would know which codes were sent. Give createSqliteStore or createPostgresStore, called with their options.',
    )
  }
  await checkStore(store)
  const mode = options.mode ?? (isProduction() ? 'live' : undefined)
  const setup = { tokenUrl: endpoint.url.href, clientId, redirectUri }
  const requiredSetup = options.requireSession ? setup : undefined
  return {
    rules: {
      origins,
      store: guardStore(store, storeTimeoutMs),
      appSession,
      limitKey,
      requiredSetup,
      kinds,
      now,
    },
    cross: { origins, withCookies: appSession !== undefined },
    limit: createExchangeLimit(now),
    provider: {
      endpoint,
      redirectUri,
      api: { url: apiUrl, fetch },
      machine:
        options.machine && machineAccess(options.machine, fetch, now, options.sleep, options),
    },
    requested: { scope, ...(mode && { mode }) },
    callbacks: { onTokens, onConnected, onReauthenticated },
  }
}

const storeTimeoutMs = 10_000
