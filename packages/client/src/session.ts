// The session: one attempt to connect, from click to ending, as a pure function over events.

import type { ConnectError } from './errors.ts'
import type { Grant } from './grant.ts'

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

/** How a session can end. */
export type Settled<T = unknown> = Extract<
  Session<T>,
  { status: 'connected' | 'cancelled' | 'failed' }
>

/** What can happen to a session. None holds the authorization code or the state token. */
export type SessionEvent<T = unknown> =
  | { type: 'opened' }
  | { type: 'blocked'; error: ConnectError }
  | { type: 'lost' }
  | { type: 'granted'; grant: Grant }
  | { type: 'retried'; grant: Grant }
  | { type: 'connected'; data: T }
  | { type: 'cancelled'; reason: CancelReason }
  | { type: 'failed'; error: ConnectError }
  | { type: 'reset' }

/** Whether a session has ended. */
export function isSettled<T>(session: Session<T>): session is Settled<T> {
  return ['connected', 'cancelled', 'failed'].includes(session.status)
}

/** The session after an event: the very same object where the event changes nothing. */
export function nextSession<T>(session: Session<T>, event: SessionEvent<T>): Session<T> {
  const { status } = session
  const waiting = status === 'waiting'
  const exchanging = status === 'exchanging'
  // The person seemed to have left, but an answer would show that they had not.
  const listening = waiting || (status === 'cancelled' && session.reason === 'popup_closed')

  switch (event.type) {
    case 'opened':
      if (!exchanging) return { status: 'waiting', popup: 'open' }
      break
    case 'blocked':
      if (!exchanging) return { status: 'failed', error: event.error }
      break
    case 'lost':
      if (waiting && session.popup === 'open') return { status: 'waiting', popup: 'lost' }
      break
    case 'granted':
      if (listening) return { status: 'exchanging', grant: event.grant }
      break
    case 'retried':
      if (status === 'failed') return { status: 'exchanging', grant: event.grant }
      break
    case 'connected':
      if (exchanging) return { status: 'connected', grant: session.grant, data: event.data }
      break
    case 'cancelled':
      if (event.reason === 'returned_to_app' ? listening : waiting || exchanging) {
        return { status: 'cancelled', reason: event.reason }
      }
      break
    case 'failed':
      if (event.error.code === 'expired' ? waiting : listening || exchanging) {
        return { status: 'failed', error: event.error }
      }
      break
    case 'reset':
      if (isSettled(session)) return { status: 'idle' }
  }
  return session
}
