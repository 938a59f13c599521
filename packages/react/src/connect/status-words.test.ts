// Words and actions for every session.

import { readFileSync } from 'node:fs'
import {
  type CancelReason,
  ConnectError,
  type ConnectErrorCode,
  type ConnectErrorDetails,
  type Session,
} from 'smartcar-connect'
import { expect, test } from 'vitest'
import { enConnect } from '../locales/en.ts'
import { type StatusAction, type StatusFacts, statusActions, statusWords } from './status-words.ts'

function failed(code: ConnectErrorCode, details?: ConnectErrorDetails): Session {
  return { status: 'failed', error: new ConnectError(code, details) }
}

function wordsFor(session: Session, facts: Partial<StatusFacts> = {}): string {
  const labels = { language: 'en', connect: enConnect }
  return statusWords(session, labels, { isSlow: false, cars: undefined, ...facts })
}

test.each<[Session, StatusAction[]]>([
  [{ status: 'idle' }, []],
  [{ status: 'preparing' }, ['cancel']],
  [{ status: 'waiting', popup: 'open' }, ['show', 'cancel']],
  [{ status: 'waiting', popup: 'lost' }, ['cancel']],
  [{ status: 'exchanging', grant: {} }, []],
  [{ status: 'connected', grant: {}, data: 1 }, []],
  [{ status: 'redirecting' }, []],
])('%o offers %o', (session, actions) => {
  expect(statusActions(session)).toEqual(actions)
})

test('does not say that a car agreed: a session that could not be started fails alike', () => {
  const words = wordsFor(failed('exchange_failed', { status: 401 }))
  expect(words).toBe('We couldn’t finish on our side.')
})

test('says that a car agreed where only saving it failed', () => {
  const words = wordsFor(
    failed('exchange_failed', { status: 500, problem: { code: 'not_stored' } }),
  )
  expect(words).toBe('You gave access, but we couldn’t save it.')
})

// The types hold that no code and no reason is missing.
const afterError: Record<ConnectErrorCode, StatusAction | 'nothing'> = {
  popup_blocked: 'here',
  popup_failed: 'here',
  popup_unsupported: 'nothing',
  not_loaded: 'reload',
  login_changed: 'again',
  invalid_response: 'again',
  state_mismatch: 'again',
  expired: 'again',
  exchange_failed: 'retry',
  exchange_timeout: 'retry',
  network_error: 'retry',
  provider_error: 'again',
  access_denied: 'again',
  invalid_subscription: 'again',
  vehicle_incompatible: 'another',
  no_vehicles: 'again',
  configuration_error: 'nothing',
  server_error: 'again',
}
const afterCancel: Record<CancelReason, StatusAction | 'nothing'> = {
  popup_closed: 'again',
  returned_to_app: 'again',
  aborted: 'again',
  superseded: 'nothing',
}

test.each(Object.entries(afterError))('a person can do one thing after %s: %s', (code, action) => {
  const [offered = 'nothing', ...others] = statusActions(failed(code as ConnectErrorCode))
  expect(offered).toBe(action)
  expect(others).toEqual([])
})

test.each(Object.entries(afterCancel))(
  'a person can do one thing after %s: %s',
  (reason, action) => {
    const session: Session = { status: 'cancelled', reason: reason as CancelReason }
    const [offered = 'nothing', ...others] = statusActions(session)
    expect(offered).toBe(action)
    expect(others).toEqual([])
  },
)

test.each<[ConnectErrorDetails, StatusAction]>([
  [{ status: 500 }, 'retry'],
  [{ status: 502 }, 'retry'],
  [{ status: 503, problem: { code: 'unreachable' } }, 'retry'],
  [{ status: 503, problem: { code: 'not_listed' } }, 'retry'],
  [{ status: 429 }, 'retry'],
  [{ status: 408 }, 'retry'],
  [{ cause: new SyntaxError('no JSON') }, 'retry'],
  [{ status: 400, problem: { code: 'grant_refused' } }, 'again'],
  [{ status: 403, problem: { code: 'identity_mismatch' } }, 'again'],
  [{ status: 409 }, 'again'],
  [{ status: 500, problem: { code: 'not_stored' } }, 'again'],
  [{ status: 502, problem: { code: 'not_told' } }, 'again'],
  [{ status: 502, problem: { code: 'provider_failed' } }, 'again'],
  [{ status: 504, problem: { code: 'outcome_unknown' } }, 'again'],
])(
  'a grant that the backend has decided about is not sent again: %o, then %s',
  (details, action) => {
    expect(statusActions(failed('exchange_failed', details))).toEqual([action])
  },
)

const problemsFile = new URL('../../../server/src/problems/problem-outcome.ts', import.meta.url)
const problems = [
  ...readFileSync(problemsFile, 'utf8').matchAll(
    /^ {2}(\w+): \{\s+status: (\d+),\s+title: '[^']*',\s+detail:\s+'([^']*)'/gm,
  ),
].map(([, code = '', status, detail = '']) => ({ code, status: Number(status), detail }))

test('reads the problems of the server', () => {
  expect(problems.length).toBeGreaterThan(15)
})

test.each(problems)(
  'after $code ($status) the person is offered what the server advises: $detail',
  ({ code, status, detail }) => {
    const session = failed('exchange_failed', { status, problem: { code } })
    const advised = /try again/i.test(detail)
      ? ['retry']
      : /Connect again|Nothing was connected/.test(detail)
        ? ['again']
        : []
    expect(statusActions(session)).toEqual(advised)
    const isForDevelopers = advised.length === 0
    expect(wordsFor(session) === enConnect.failed.configuration_error).toBe(isForDevelopers)
  },
)

test.each<[vehicle: ConnectErrorDetails['vehicle'], sentence: string]>([
  [
    { vin: '1', make: 'Kia', model: 'Hatchback', year: 2023 },
    'Your Kia Hatchback 2023 isn’t supported yet.',
  ],
  [{ vin: '1', make: 'Kia' }, 'Your Kia isn’t supported yet.'],
  [{ vin: '1', make: 'TESLA', model: 'Model 3' }, 'Your Tesla Model 3 isn’t supported yet.'],
  // A person does not know their car by its VIN, and a provider's text is no placeholder.
  [{ vin: '1' }, 'This car isn’t supported yet.'],
  [undefined, 'This car isn’t supported yet.'],
  [{ vin: '1', make: '{car}' }, 'Your {car} isn’t supported yet.'],
])('a car that cannot be connected is called by its name: %o', (vehicle, sentence) => {
  expect(wordsFor(failed('vehicle_incompatible', { vehicle }))).toBe(sentence)
})

test('every error has a whole sentence of its own', () => {
  const sentences = Object.keys(afterError).map(code => wordsFor(failed(code as ConnectErrorCode)))
  expect(new Set(sentences).size).toBe(18)
  expect(sentences.filter(sentence => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
})

test.each<Session['status']>(['preparing', 'exchanging', 'connected', 'redirecting'])(
  '%s has words',
  status => {
    expect(wordsFor({ status } as Session)).toMatch(/^[A-Z].*\.$/)
  },
)

test('only an exchange is slow, and then the person hears how long it may take', () => {
  const slow = wordsFor({ status: 'exchanging', grant: {} }, { isSlow: true })
  expect(slow).toMatch(/^[A-Z].* 15 seconds\. Keep this page open\.$/)
  const connected: Session = { status: 'connected', grant: {}, data: 1 }
  expect(wordsFor(connected, { isSlow: true })).toBe(enConnect.connected.one)
})

test.each<[data: unknown, cars: number | undefined, sentence: string]>([
  [undefined, undefined, 'Your car is connected.'],
  [{ id: 'one' }, undefined, 'Your car is connected.'],
  [['one'], undefined, 'Your car is connected.'],
  [['one', 'two'], undefined, 'Your 2 cars are connected.'],
  // The cars are known to be connected, even where the answer lists none of them.
  [[], undefined, 'Your car is connected.'],
  [['one'], 3, 'Your 3 cars are connected.'],
])('counts the cars of %o, %s: %s', (data, cars, sentence) => {
  expect(wordsFor({ status: 'connected', grant: {}, data }, { cars })).toBe(sentence)
})
