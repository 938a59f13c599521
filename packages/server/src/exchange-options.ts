// The options of the exchange handler, checked once at creation.

import type { AppSession } from './app-session.ts'
import type { ExchangeStore } from './exchange-store.ts'
import type { FlowStore } from './flow-store.ts'
import type { UnverifiedGrant } from './grant.ts'
import type { GrantedVehicle } from './provider-api.ts'
import type { Fetch } from './provider-fetch.ts'
import { providerUrl } from './provider-url.ts'
import type { OnEvent } from './server-event.ts'
import type { TokenEndpoint } from './token-request.ts'
import type { Tokens } from './tokens.ts'

/** What `onTokens` gets beside the tokens. */
export type ExchangeContext = {
  /** The browser's request, to find the app's own session. Its body is spent. */
  request: Request
  /** The provider's id of the person, asked with the new tokens. */
  userId: string
  /** The vehicles that the tokens open, with their permissions, asked with the new tokens. */
  vehicles: readonly GrantedVehicle[]
  /** What only the browser says. Never choose a user or a vehicle by it. */
  unverified: Pick<UnverifiedGrant, 'externalId' | 'virtualKeyUrl' | 'state'>
}

/** Options of `createExchangeHandler`. */
export type ExchangeHandlerOptions<T> = {
  clientId: string
  clientSecret: string
  /** Exactly the redirect URI of the authorize request. */
  redirectUri: string
  /** The origins of the app's pages, such as `https://app.example.com`. */
  origins: string | readonly string[]
  /**
   * Stores the tokens and returns what the browser may see: JSON, or nothing for a 204. It runs at
   * most once per code. What it throws is answered as a problem without its message.
   */
  onTokens: (tokens: Tokens, context: ExchangeContext) => Promise<T>
  /** @default 'https://auth.smartcar.com/oauth/token' */
  tokenUrl?: string
  /** The vehicle API. @default 'https://api.smartcar.com' */
  apiUrl?: string
  /**
   * What was asked for, `required:` prefixes included; a grant with less or with more is refused.
   * Sessions of `createSessionHandler` bring their own.
   */
  scope?: readonly string[]
  /** Binds every exchange to the app's own session; without one it is refused. */
  appSession?: AppSession
  /**
   * Accepts only sessions that `createSessionHandler` started, with the same store and
   * `appSession`.
   * @default false
   */
  requireSession?: boolean
  /** @default a store in memory */
  store?: ExchangeStore & FlowStore
  /** @default the global fetch */
  fetch?: Fetch
  onEvent?: OnEvent
  /** @default Date.now */
  now?: () => number
}

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value

const required = (name: string, value: unknown): string => {
  if (typeof value === 'string' && value.trim() === value && value !== '') return value
  throw new TypeError(
    `${name} is missing or has spaces around it, so the provider would refuse every exchange. Set it from your server's configuration.`,
  )
}

/**
 * Checks the origins that may call.
 *
 * @throws {TypeError} for anything that could never equal an `Origin` header.
 */
export const allowedOrigins = (origins: string | readonly string[]): ReadonlySet<string> => {
  const list = typeof origins === 'string' ? [origins] : [...(origins ?? [])]
  if (list.length === 0 || !list.every(isOrigin)) {
    throw new TypeError(
      'origins must be one or more exact origins like https://app.example.com, without path or final slash; otherwise no request would ever match. Write what location.origin shows on your page.',
    )
  }
  return new Set(list)
}

/**
 * Checks a redirect URI.
 *
 * @throws {TypeError} when it is not absolute or has a fragment.
 */
export const checkedRedirectUri = (redirectUri: string): string => {
  if (URL.canParse(redirectUri) && !redirectUri.includes('#')) return redirectUri
  throw new TypeError(
    'redirectUri must be an absolute URL without fragment, or the provider refuses the code. Write the URI that is registered in the dashboard.',
  )
}

/**
 * Checks client id, secret and token URL.
 *
 * @throws {TypeError} naming the option.
 */
export const tokenEndpoint = (options: {
  clientId: string
  clientSecret: string
  tokenUrl?: string
  fetch?: Fetch
  now?: () => number
}): TokenEndpoint => ({
  clientId: required('clientId', options.clientId),
  clientSecret: required('clientSecret', options.clientSecret),
  url: providerUrl('tokenUrl', options.tokenUrl ?? 'https://auth.smartcar.com/oauth/token'),
  fetch: options.fetch ?? (request => fetch(request)),
  now: options.now ?? Date.now,
})
