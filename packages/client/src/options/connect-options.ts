// The options of a connection, and what follows from them.

import type { Exchange } from '../answer/exchange.ts'
import type { ConnectError } from '../errors.ts'
import type { Grant } from '../grant.ts'
import { refuse } from '../messages/refuse.ts'
import type { PopupSize } from '../popup/open-popup.ts'
import type { Presentation } from '../popup/presentation.ts'
import type { CancelReason, Session } from '../session.ts'
import { wireState } from '../state/state-token.ts'
import { buildConnectUrl, type ConnectParams } from './connect-url.ts'

/** What to ask Connect for, where the grant goes, and whom to tell. */
export type ConnectOptions<T = unknown> = ConnectParams & {
  /** The backend endpoint that gets the grant, or a function that sends it there. */
  exchange: Exchange<T>
  /**
   * The address of a session handler. The server then makes the state token and Connect's address,
   * bound to a cookie and to the app session, and sets the parameters of Connect.
   */
  session?: string | undefined
  /** Where Connect appears. @default 'popup' */
  presentation?: Presentation | undefined
  /**
   * Accepts Smartcar's hosted redirect page as the redirect URI. Unsafe: the server of that page
   * sees the authorization code, and the page cannot answer once a page in the popup isolates itself.
   *
   * @default false
   */
  unsafeHostedRedirect?: boolean | undefined
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

/** Where to open Connect, and what must come back. */
export type Plan = {
  /** The state token. */
  token: string
  /** Connect's address. */
  url: URL
  /** The whole `state` that must come back. */
  state: string
}

/**
 * What follows from the options for a session with this state token.
 *
 * @throws {TypeError} for options that cannot work
 */
export function planConnect<T>(options: ConnectOptions<T>, token: string): Plan {
  const { redirectUri, appOrigin } = options
  // A server has no page, and so no origin to compare with.
  const here = globalThis.location?.origin
  if (!options.exchange) refuse('exchange', 'is missing')
  const origin = redirectUri && /^https?:\/\/[^/?#]+/.exec(redirectUri)?.[0]
  if (redirectUri && here && origin !== here && options.unsafeHostedRedirect !== true) {
    refuse('redirectUri', `is not on ${here}`)
  }
  const state = wireState(token, options.state)
  const params = redirectUri ? options : { ...options, appOrigin: appOrigin || here }
  return { token, url: buildConnectUrl(params, state), state }
}
