// The session: one attempt to connect, from click to ending, as a pure function over events.

import type { Grant } from './answer/read-answer.ts'
import type { ConnectError } from './errors.ts'

/** Why a session was cancelled. After `popup_closed` it still listens: a late answer counts. */
export type CancelReason = 'popup_closed' | 'returned_to_app' | 'aborted' | 'superseded'

/**
 * Where an attempt to connect stands.
 *
 * `waiting` with `popup: 'lost'` means that the popup looks closed but may not be: a page in it
 * may have isolated itself from its opener.
 */
export type Session<T = unknown> =
  | { status: 'idle' }
  | { status: 'waiting'; popup: 'open' | 'lost' }
  | { status: 'exchanging'; grant: Grant }
  | { status: 'connected'; grant: Grant; data: T }
  | { status: 'cancelled'; reason: CancelReason }
  | { status: 'failed'; error: ConnectError }
  /** This tab is on its way to Connect and comes back. */
  | { status: 'redirecting' }

/** How a session can end. */
export type Settled<T = unknown> = Extract<
  Session<T>,
  { status: 'connected' | 'cancelled' | 'failed' }
>

// A status, told apart where it matters: `lost` is `waiting` with the popup lost; `popup_closed` is
// `cancelled` because it seemed closed, when an answer may still come; `expired` is `failed` for
// that reason, which is no news for somebody who left.
type Phase = Session['status'] | 'lost' | 'popup_closed' | 'expired'

// For each phase, those that it can follow.
const after: { [phase in Phase]: string } = {
  idle: 'connected cancelled popup_closed failed expired redirecting',
  waiting: 'idle waiting lost connected cancelled popup_closed failed expired',
  // Straight from `idle`: the page was loaded anew while its popup was open.
  lost: 'idle waiting',
  exchanging: 'waiting lost popup_closed failed',
  connected: 'exchanging',
  popup_closed: 'lost',
  // From `failed`: an answer that could not be read at first may say so when it can.
  cancelled: 'waiting lost popup_closed exchanging failed redirecting',
  failed:
    'idle waiting lost exchanging connected cancelled popup_closed failed expired redirecting',
  expired: 'waiting lost',
  redirecting: 'idle waiting lost connected cancelled popup_closed failed expired',
}

/**
 * The session after the news that it is now `next`: `next` itself if it can follow, and otherwise
 * the very same `session`, so that what comes late or twice changes nothing.
 */
export function nextSession<T>(session: Session<T>, next: Session<T>): Session<T> {
  return after[phaseOf(next)].includes(phaseOf(session)) ? next : session
}

/** Whether a session has ended. */
export function isSettled<T>(session: Session<T>): session is Settled<T> {
  return 'connected cancelled failed'.includes(session.status)
}

type Told = { status: Phase; popup?: string; reason?: string; error?: { code: string } }

function phaseOf(session: Session): Phase {
  const { status, popup, reason, error }: Told = session
  const detail = popup ?? reason ?? error?.code ?? status
  return detail in after ? (detail as Phase) : status
}
