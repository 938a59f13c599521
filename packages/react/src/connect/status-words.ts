// The sentence for a session, and the actions that are offered with it.

import type { ConnectError, ConnectErrorCode, IncompatibleVehicle, Session } from 'smartcar-connect'
import { plainMake } from '../cars/plain-make.ts'
import type { ConnectLabels, Labels } from '../locales/labels.ts'
import { fill, plural } from '../locales/plural.ts'

/** The words of the status line, and the language that they are in. */
export type StatusLabels = Pick<Labels, 'language' | 'connect'>

/** What the sentence needs to know beside the session. */
export type StatusFacts = {
  /** Whether the exchange takes longer than a moment. */
  isSlow: boolean
  /** How many cars are connected. @default the length of `data` where that is an array, else one */
  cars: number | undefined
}

/** The sentence for this session; empty while nothing has happened. */
export function statusWords(
  session: Session,
  { language, connect: labels }: StatusLabels,
  { isSlow, cars }: StatusFacts,
): string {
  switch (session.status) {
    case 'idle':
      return ''
    case 'waiting':
      return labels.waiting[session.popup]
    case 'exchanging':
      return isSlow ? labels.stillExchanging : labels.exchanging
    case 'connected':
      return plural(language, labels.connected, cars ?? countCars(session.data))
    case 'cancelled':
      return labels.cancelled[session.reason]
    case 'failed':
      return wordsAfter(session.error, labels)
    default:
      return labels[session.status]
  }
}

function wordsAfter(error: ConnectError, labels: ConnectLabels): string {
  if (error.problem?.code === 'not_stored') return labels.notSaved
  const code = codeForPerson(error)
  const car = code === 'vehicle_incompatible' && nameOf(error.vehicle)
  return car ? fill(labels.unsupported, { car }) : labels.failed[code]
}

// Empty where only the VIN is known, which is no name.
function nameOf({ make, model, year }: Partial<IncompatibleVehicle> = {}): string {
  return [make && plainMake(make), model, year].filter(Boolean).join(' ')
}

// An array holds the cars, and is empty where a backend lists only what is new.
function countCars(data: unknown): number {
  return Array.isArray(data) ? data.length || 1 : 1
}

/**
 * What a person can do next.
 *
 * - `show`: bring the popup to the front
 * - `cancel`: end the session
 * - `retry`: send the same grant again
 * - `again`: open Connect again, for a new grant
 * - `another`: open Connect again, for a car that can be connected
 * - `here`: open Connect in this tab
 * - `reload`: load the page anew
 */
export type StatusAction = 'show' | 'cancel' | 'retry' | 'again' | 'another' | 'here' | 'reload'

/** The actions that help in this session: after an ending one at most, and one that can work. */
export function statusActions(session: Session): readonly StatusAction[] {
  switch (session.status) {
    case 'preparing':
      return ['cancel']
    case 'waiting':
      return session.popup === 'open' ? ['show', 'cancel'] : ['cancel']
    case 'cancelled':
      // The session that took its place has a status line of its own.
      return session.reason === 'superseded' ? [] : ['again']
    case 'failed':
      return actionsAfter(session.error)
    default:
      return []
  }
}

function actionsAfter(error: ConnectError): readonly StatusAction[] {
  switch (codeForPerson(error)) {
    case 'popup_blocked':
    case 'popup_failed':
      return ['here']
    case 'not_loaded':
      return ['reload']
    // The app itself must change before anything can help.
    case 'popup_unsupported':
    case 'configuration_error':
      return []
    case 'exchange_timeout':
    case 'network_error':
      return ['retry']
    case 'exchange_failed':
      return isFinal(error) ? ['again'] : ['retry']
    case 'vehicle_incompatible':
      return ['another']
    default:
      return ['again']
  }
}

// Problems of our endpoint that only a developer can solve.
const setupProblems: readonly unknown[] = [
  'body_read',
  'client_refused',
  'configuration',
  'cross_site',
]

// To the person it is one thing, wherever the app is not set up correctly.
function codeForPerson({ code, problem }: ConnectError): ConnectErrorCode {
  const isSetup = code === 'exchange_failed' && setupProblems.includes(problem?.code)
  return isSetup ? 'configuration_error' : code
}

// Problems of our endpoint after which the same grant only gets the same answer.
const finalProblems: readonly unknown[] = [
  'not_stored',
  'not_told',
  'outcome_unknown',
  'provider_failed',
  'timeout',
]

// Refusals of a kind that passes: a timeout, too early, too many.
const passingStatuses: readonly unknown[] = [408, 425, 429]

// Whether the backend has decided about this grant.
function isFinal({ status = 0, problem }: ConnectError): boolean {
  const isRefusal = status >= 400 && status < 500 && !passingStatuses.includes(status)
  return isRefusal || finalProblems.includes(problem?.code)
}
