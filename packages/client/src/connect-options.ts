// The options of a connection, and what follows from them.

import type { ConnectParams } from './connect-params.ts'
import { buildConnectUrl } from './connect-url.ts'
import type { ConnectError } from './errors.ts'
import type { Exchange } from './exchange.ts'
import type { Grant, ResultKind } from './grant.ts'
import type { PopupSize } from './popup.ts'
import type { CancelReason, SessionEvent } from './session.ts'
import { wireState } from './state-token.ts'

/** What to ask Connect for, where the grant goes, and whom to tell. */
export type ConnectOptions<T = unknown> = ConnectParams & {
  /** The backend endpoint that gets the grant, or a function that hands it over. */
  exchange: Exchange<T>
  /** The popup's size. @default { width: 500, height: 720 } */
  popup?: PopupSize | undefined
  /** A car is connected and the backend has answered with `data`. */
  onSuccess?: ((data: T, grant: Grant) => void) | undefined
  /** The person left. After `popup_closed`, `onSuccess` may still follow. */
  onCancel?: ((reason: CancelReason) => void) | undefined
  /** The session failed. */
  onError?: ((error: ConnectError) => void) | undefined
  /** Everything that happens to the session, in order; for logs and analytics. */
  onEvent?: ((event: SessionEvent<T>) => void) | undefined
}

/** What an attempt needs to know. */
export type Plan<T> = {
  url: URL
  /** The `state` that goes over the wire, and so the one to come back. */
  state: string
  appState: string | undefined
  kind: ResultKind
  exchange: Exchange<T>
  popup: PopupSize | undefined
}

/**
 * What follows from the options for an attempt with this token.
 *
 * @throws {TypeError} for options that cannot work
 */
export function planConnect<T>(options: ConnectOptions<T>, token: string): Plan<T> {
  const { exchange, popup, onSuccess, onCancel, onError, onEvent, ...params } = options
  if (!exchange) {
    throw new TypeError(
      '`exchange` is where the authorization code goes. Give the address of your backend’s endpoint, or a function.',
    )
  }
  // Where there is no page, as on a server, there is no origin to compare with.
  const here = globalThis.location?.origin
  const state = wireState(token, params.state)
  const url = buildConnectUrl({ appOrigin: here, ...params }, state)
  const { redirectUri, vehicleId, responseType } = params
  if (here && redirectUri && new URL(redirectUri).origin !== here) {
    throw new TypeError(
      '`redirectUri` is on another origin than this page, so its answer could not reach it. Use a redirect page on this origin.',
    )
  }
  const kind = vehicleId ? 'vehicle_id' : responseType === 'none' ? 'user_id' : 'code'
  return { url, state, appState: params.state, kind, exchange, popup }
}
