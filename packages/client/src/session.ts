// The session, from click to ending, and which status can follow which.

import type { ConnectError } from './errors.ts'
import type { Grant } from './grant.ts'

/**
 * Why a session was cancelled.
 *
 * - `popup_closed`: the person closed the popup. The session still listens: an answer that comes
 *   before its 15 minutes are over counts
 * - `returned_to_app`: the person chose to go back to the app, on one of Smartcar's pages, or stayed
 *   on this page when it was to leave for Connect
 * - `aborted`: the app called `cancel()`, or the component that owns the session was removed
 * - `superseded`: another click took its place, or another page of this app goes on with it
 */
export type CancelReason = 'popup_closed' | 'returned_to_app' | 'aborted' | 'superseded'

/** Where a session stands. */
export type Session<T = unknown> =
  /** Nothing has happened yet, or `reset()` was called. */
  | { status: 'idle' }
  /** The person has clicked, and the session that the server makes is not at hand yet. */
  | { status: 'preparing' }
  /**
   * The popup is open. `lost`: it looks closed but may not be, since a page in it may have isolated
   * itself from its opener:
   * https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies
   */
  | { status: 'waiting'; popup: 'open' | 'lost' }
  /** `grant` is on its way to the backend. It never holds the authorization code. */
  | { status: 'exchanging'; grant: Grant }
  /** The backend has answered with `data`; `grant` is what was sent, without the code. */
  | { status: 'connected'; grant: Grant; data: T }
  /** The person or the app ended the session; `reason` tells how. */
  | { status: 'cancelled'; reason: CancelReason }
  /** The session failed; `error.code` tells how. */
  | { status: 'failed'; error: ConnectError }
  /** This tab is on its way to Connect and comes back. */
  | { status: 'redirecting' }

/** How a session can end. */
export type Settled<T = unknown> = Extract<
  Session<T>,
  { status: 'connected' | 'cancelled' | 'failed' }
>

/** Whether a session can be `next` after this one. What comes late or twice cannot, and changes nothing. */
export function canFollow(session: Session, next: Session): boolean {
  const { status } = session
  const isPreparing = status === 'preparing'
  const isWaiting = status === 'waiting'
  // A failed session can be tried again, but an expired one has no answer to send. After the popup was
  // closed, a late answer still counts.
  const isOpenToAnswer =
    isWaiting ||
    isPreparing ||
    (status === 'cancelled' && session.reason === 'popup_closed') ||
    (status === 'failed' && session.error.code !== 'expired')
  const isBusy = status === 'exchanging' || status === 'redirecting'

  switch (next.status) {
    case 'idle':
      return isSettled(session) || status === 'redirecting'
    case 'preparing':
      return !isBusy && !isPreparing
    case 'waiting':
      if (next.popup === 'open') return !isBusy
      // From `idle`: the page was reloaded while its popup was open.
      return status === 'idle' || (isWaiting && session.popup === 'open')
    case 'redirecting':
      return !isBusy
    case 'exchanging':
      return isOpenToAnswer
    case 'connected':
      return status === 'exchanging'
    case 'cancelled':
      if (next.reason === 'popup_closed') return isWaiting && session.popup === 'lost'
      return isOpenToAnswer || isBusy
    case 'failed':
      // After `popup_closed` the session has ended already, so an expired token changes nothing.
      return next.error.code !== 'expired' || isWaiting || isPreparing
  }
}

/** Whether a session has ended. */
export function isSettled<T>(session: Session<T>): session is Settled<T> {
  const { status } = session
  return status === 'connected' || status === 'cancelled' || status === 'failed'
}
