// The options of a connection, and what follows from them.

import type { Exchange } from './answer/exchange.ts'
import type { Grant } from './answer/read-answer.ts'
import { buildConnectUrl, type ConnectParams } from './connect-url.ts'
import type { ConnectError } from './errors.ts'
import { refuse } from './messages/refuse.ts'
import type { PopupSize } from './popup/open-popup.ts'
import type { Presentation } from './popup/presentation.ts'
import type { CancelReason, Session } from './session.ts'
import { wireState } from './state-token.ts'

/** What to ask Connect for, where the grant goes, and whom to tell. */
export type ConnectOptions<T = unknown> = ConnectParams & {
  /** The backend endpoint that gets the grant, or a function that hands it over. */
  exchange: Exchange<T>
  /**
   * The address of a session handler: the server then makes state and address, bound to a cookie
   * and to the app's own session, and the parameters of Connect are its to set.
   */
  session?: string | undefined
  /** Where Connect appears. @default 'popup' */
  presentation?: Presentation | undefined
  /**
   * Accepts Smartcar's hosted redirect page as the redirect URI. Unsafe: whoever serves that page
   * sees the authorization code, and it cannot answer once a page in the popup isolates itself.
   * @default false
   */
  unsafeHostedRedirect?: boolean | undefined
  /** The popup's size. @default { width: 500, height: 720 } */
  popup?: PopupSize | undefined
  /** A car is connected and the backend has answered with `data`. */
  onSuccess?: ((data: T, grant: Grant) => void) | undefined
  /** The person left. After `popup_closed`, `onSuccess` may still follow. */
  onCancel?: ((reason: CancelReason) => void) | undefined
  /** The session failed. */
  onError?: ((error: ConnectError) => void) | undefined
  /** The session has changed; for logs and analytics. */
  onEvent?: ((session: Session<T>) => void) | undefined
}

/** What an attempt needs to know beside the options. */
export type Plan = { url: URL; state: string }

/**
 * What follows from the options for an attempt with this state token: the address to open, and the
 * `state` that must come back.
 *
 * @throws {TypeError} for options that cannot work
 */
export function planConnect<T>(options: ConnectOptions<T>, token: string): Plan {
  const { redirectUri, appOrigin } = options
  // A server has no page, and so no origin to compare with.
  const here = globalThis.location?.origin
  if (!options.exchange) refuse('exchange', 'is needed to use the code')
  const elsewhere = redirectUri && /^https?:\/\/[^/?#]+/.exec(redirectUri)?.[0] !== here
  if (here && elsewhere && options.unsafeHostedRedirect !== true) {
    refuse('redirectUri', `must be on ${here}`)
  }
  const state = wireState(token, options.state)
  return {
    url: buildConnectUrl(
      redirectUri ? options : { ...options, appOrigin: appOrigin || here },
      state,
    ),
    state,
  }
}
