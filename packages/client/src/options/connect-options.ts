// The options of a connection, and what follows from them.

import type { Exchange } from '../answer/exchange.ts'
import type { Endpoint } from '../backend/post-json.ts'
import type { ConnectError } from '../errors.ts'
import type { Grant } from '../grant.ts'
import { tellDeveloper } from '../messages/advice.ts'
import { refuse } from '../messages/refuse.ts'
import type { PopupSize } from '../popup/open-popup.ts'
import type { Presentation } from '../popup/presentation.ts'
import type { CancelReason, Session } from '../session.ts'
import { wireState } from '../state/state-token.ts'
import { buildConnectUrl, type ConnectParams, refuseUnpostable } from './connect-url.ts'

/** Options of a connection, whoever makes Connect's address. */
type CommonOptions<T> = Pick<ConnectParams, 'state' | 'vehicleId'> & {
  /**
   * Tells this connection from others with the same options on the page, so that the one that was
   * clicked goes on after a reload. Never sent.
   *
   * @default in React the component's `useId`, otherwise its place among them
   */
  instanceId?: string | undefined
  /**
   * Who is logged in to the app, such as a user id. If it is another one when the answer comes, the
   * session fails with `login_changed` and nothing is exchanged. Never sent; a tab stores its hash.
   */
  appUser?: string | undefined
  /** Where Connect appears. @default 'popup' */
  presentation?: Presentation | undefined
  /** The popup's size in CSS pixels. @default { width: 500, height: 720 } */
  popup?: PopupSize | undefined
  /** Called when a car is connected and the backend has answered with `data`. */
  onSuccess?: ((data: T, grant: Grant) => void) | undefined
  /** Called when the person or the app ended the session. After `popup_closed`, `onSuccess` may follow. */
  onCancel?: ((reason: CancelReason) => void) | undefined
  /** Called when the session failed. */
  onError?: ((error: ConnectError) => void) | undefined
  /** Called after each change of the session, for logs and analytics. It never holds a code or token. */
  onEvent?: ((session: Session<T>) => void) | undefined
}

/** Options that name each endpoint, and say what to ask Connect for unless `session` does. */
export type EndpointOptions<T = unknown> = CommonOptions<T> &
  ConnectParams & {
    /** The backend endpoint that gets the grant, or a function that sends it there. */
    exchange: Exchange<T>
    /**
     * The address of a session handler. The server then makes the state token and Connect's address,
     * bound to a cookie and to the app session, and sets the parameters of Connect. On another host of
     * the page's site it needs `{ url, credentials: 'include' }`, and so does `exchange`.
     */
    session?: string | Endpoint | undefined
    /**
     * Accepts Smartcar's hosted redirect page as the redirect URI. Unsafe: the server of that page
     * sees the authorization code, and the page cannot answer once a page in the popup isolates itself.
     *
     * @default false
     */
    unsafeHostedRedirect?: boolean | undefined
    /** Not beside endpoints: the options of a `backend` are {@link BackendOptions}. */
    backend?: undefined
  }

/** Options of a connection whose backend decides the rest. */
export type BackendOptions<T = unknown> = CommonOptions<T> & {
  /**
   * The address of a backend made with `createConnectBackend`, absolute or relative to the page, such
   * as `/api/smartcar`. The server then starts the sessions, sets the parameters of Connect and serves
   * the redirect page.
   *
   * It may be on another host of the page's site, with `redirectUri`. On another site browsers keep the
   * session's cookie from it, so the click fails.
   */
  backend: string
  /**
   * The app's own redirect page, where `backend` is on another origin than the page: the same address
   * as one of `redirectUri` of `createConnectBackend`, or its path on the origin of the page. It is never
   * sent; where the server's session comes back to another one, the click fails with `popup_unsupported`.
   *
   * @default the page that the backend serves, at `…/redirect`
   */
  redirectUri?: string | undefined
} & {
  [name in Exclude<
    keyof EndpointOptions,
    keyof CommonOptions<T> | 'backend' | 'redirectUri'
  >]?: undefined
}

/** Where the backend is, what to ask Connect for, and whom to tell. */
export type ConnectOptions<T = unknown> = BackendOptions<T> | EndpointOptions<T>

/** Where to open Connect, and what must come back. */
export type Plan = {
  /** The state token. */
  token: string
  /** Connect's address. */
  url: URL
  /** The whole `state` that must come back. */
  state: string
}

// Where Smartcar's own redirect page is.
const hostedOrigin = 'https://javascript-sdk.smartcar.com/'

/**
 * Refuses options that work on no page. What depends on the address of the page is judged at the
 * click: a component must render whatever host its visitor came to.
 *
 * @throws {TypeError} for options that cannot work
 */
export function checkOptions<T>(options: EndpointOptions<T>): void {
  if (!options.exchange) refuse('exchange', 'is missing')
  refuseUnpostable(options)
  // A server has no page, so there the address may be missing. The page checks again.
  if (options.session || !globalThis.location) return
  // What the buttons of a list differ in cannot be wrong, or was judged above.
  const question = JSON.stringify({ ...options, instanceId: 0, state: 0 })
  if (question === lastRight) return
  try {
    planConnect(options, '')
    lastRight = question
  } catch (error) {
    if (!isUnset(error, options)) throw error
    tellDeveloper(error)
  }
}

// Options that can work, as text. A list of cars has many buttons with the same ones.
let lastRight: string | undefined

/**
 * Whether a mistake is a redirect URI that is none at all, such as a variable that is not set where
 * the app was built, or a path on a page that has no address of the web, such as a file. It must not
 * empty the page: the click fails.
 */
export function isUnset<T>(mistake: unknown, { redirectUri = '' }: EndpointOptions<T>): boolean {
  return Object(mistake).option === 'redirectUri' && !/^https?:\//i.test(absolute(redirectUri))
}

// A path is on the origin of the page, if there is one.
function absolute(redirectUri: string): string {
  return redirectUri.replace(/^\//, `${globalThis.location?.origin}/`)
}

/**
 * What follows from the options for a session with this state token.
 *
 * @throws {TypeError} for options that cannot work
 */
export function planConnect<T>(options: EndpointOptions<T>, token: string): Plan {
  // A server has no page, and so no origin.
  const here = globalThis.location?.origin
  const { redirectUri, appOrigin } = options
  if (redirectUri?.startsWith(hostedOrigin) && options.unsafeHostedRedirect !== true) {
    refuse('redirectUri', "is Smartcar's hosted page")
  }
  const state = wireState(token, options.state)
  const params = redirectUri
    ? { ...options, redirectUri: absolute(redirectUri) }
    : { ...options, appOrigin: appOrigin || here }
  return { token, url: buildConnectUrl(params, state), state }
}

/**
 * Whether the redirect page is on this page's origin, so that its answer can reach this page; and the
 * one that the options name, whoever made the address.
 */
export function comesBackHere<T>({ searchParams }: URL, options: EndpointOptions<T>): boolean {
  const redirectUri = searchParams.get('redirect_uri')
  return (
    !redirectUri ||
    options.unsafeHostedRedirect === true ||
    (absolute(options.redirectUri || redirectUri) === redirectUri &&
      URL.canParse(redirectUri) &&
      new URL(redirectUri).origin === location.origin)
  )
}
