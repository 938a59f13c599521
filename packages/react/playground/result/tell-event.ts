// What a change of the session means, for people and for developers.

import { statusWords } from '../../src/connect/status-words.ts'
import type { Session } from '../../src/index.ts'
import { en } from '../../src/locales/en.ts'

/** One change, told twice. */
export type ToldEvent = {
  /** What happened, in a few words. */
  readonly title: string
  /** What it means for the person who connects a car. */
  readonly sentence: string
  /** The calls that the app gets, in order. No code or token is in them. */
  readonly calls: readonly string[]
  /** How it looks: an ending that is good, one that is not, or neither. */
  readonly tone: 'good' | 'bad' | 'neutral'
}

/** Tells of a change. */
export function tellEvent(session: Session): ToldEvent {
  return { ...wordsFor(session), calls: callsFor(session) }
}

function wordsFor(session: Session): Omit<ToldEvent, 'calls'> {
  const tone = 'neutral'
  switch (session.status) {
    case 'idle':
      return { tone, title: 'Back to the start', sentence: 'Nothing is under way.' }
    case 'preparing':
      return {
        tone,
        title: 'Clicked',
        sentence: 'The server prepares a session; then the window opens.',
      }
    case 'waiting':
      return session.popup === 'open'
        ? { tone, title: 'The window is open', sentence: 'The person carries on at Smartcar.' }
        : {
            tone,
            title: 'The window is out of sight',
            sentence:
              'It was closed, or a page in it isolated itself from this one. The answer still counts if it comes.',
          }
    case 'exchanging':
      return {
        tone,
        title: 'The person agreed',
        sentence: 'What Smartcar sent back is on its way to the server.',
      }
    case 'connected':
      return { tone: 'good', title: 'Connected', sentence: 'The server knows the car now.' }
    case 'redirecting':
      return { tone, title: 'This tab leaves', sentence: 'It goes to Smartcar and comes back.' }
    case 'cancelled':
      return { tone, title: 'Stopped', sentence: reasons[session.reason] }
    case 'failed':
      return { tone: 'bad', title: 'Failed', sentence: statusWords(session, en, facts) }
  }
}

const facts = { isSlow: false, cars: undefined }

const reasons = {
  popup_closed: 'The person closed the window.',
  returned_to_app: 'The person went back to the app.',
  aborted: 'The app, or the button “Cancel”, ended it.',
  superseded: 'Another click took its place.',
} as const

function callsFor(session: Session): readonly string[] {
  const { status, ...rest } = session
  const event = { status, ...(session.status === 'failed' ? { error: errorOf(session) } : rest) }
  const onEvent = `onEvent(${json(event)})`
  switch (session.status) {
    case 'connected':
      return [onEvent, `onSuccess(${json(session.data)}, ${json(session.grant)})`]
    case 'cancelled':
      return [onEvent, `onCancel(${json(session.reason)})`]
    case 'failed':
      return [onEvent, `onError(${json(errorOf(session))})`]
    default:
      return [onEvent]
  }
}

// A console shows more of an error; this is what code decides by.
function errorOf({ error }: Extract<Session, { status: 'failed' }>): object {
  const { code, status, problem, providerError, retryAfterSeconds, vehicle } = error
  return { code, status, problem, providerError, retryAfterSeconds, vehicle }
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined'
}
