// Tests of books: what adds up has no sentence, and each thing that does not has one.

import { expect, test } from 'vitest'
import {
  type Books,
  imbalances,
  isEnded,
  type SentCode,
  type SessionEnd,
  saysUncertain,
} from './books.ts'

function taken(label: string): SentCode {
  return { label, isTaken: true }
}

const balanced: Books = {
  granted: [
    { label: '#1', userId: 'u1' },
    { label: '#2', userId: 'u2' },
    { label: '#3', userId: 'u3' },
  ],
  sent: [taken('#1'), taken('#2')],
  stored: [
    { person: 'ada', userId: 'u1' },
    { person: 'bob', userId: 'u2' },
  ],
  sessions: [
    { person: 'ada', status: 'connected' },
    { person: 'bob', status: 'failed', why: 'exchange_timeout' },
    { person: 'cy', status: 'cancelled', why: 'popup_closed' },
    { person: 'dee', status: 'failed', why: 'access_denied' },
  ],
  accidents: [],
}

test('balanced books have no imbalance', () => {
  expect(imbalances(balanced)).toEqual([])
})

test('a code that the provider refused may be sent again', () => {
  const refused = { label: '#3', isTaken: false }
  expect(imbalances({ ...balanced, sent: [...balanced.sent, refused, refused] })).toEqual([])
})

const ended: readonly SessionEnd[] = balanced.sessions
function withEnd(end: SessionEnd): Partial<Books> {
  return { sessions: [...ended.filter(({ person }) => person !== end.person), end] }
}

test.each<[sentence: RegExp, change: Partial<Books>]>([
  [/#1 was taken, and sent again/, { sent: [taken('#1'), taken('#2'), taken('#1')] }],
  [
    /#1 was taken, and sent again/,
    { sent: [taken('#1'), taken('#2'), { label: '#1', isTaken: false }] },
  ],
  [
    /#9 was sent, but the simulator never gave it/,
    { sent: [taken('#1'), taken('#2'), taken('#9')] },
  ],
  [/ada has tokens twice/, { stored: [...balanced.stored, { person: 'ada', userId: 'u1' }] }],
  [/bob has tokens of a code that was never sent/, { sent: [taken('#1')] }],
  [/session of dee never ended: it is waiting/, withEnd({ person: 'dee', status: 'waiting' })],
  [/dee says connected, but no tokens/, withEnd({ person: 'dee', status: 'connected' })],
  [
    /bob are stored, but their page says failed exchange_failed 403 wrong_mode/,
    withEnd({
      person: 'bob',
      status: 'failed',
      why: 'exchange_failed',
      httpStatus: 403,
      problem: 'wrong_mode',
    }),
  ],
  [
    /ada are stored, but their page says cancelled popup_closed/,
    withEnd({ person: 'ada', status: 'cancelled', why: 'popup_closed' }),
  ],
  [/ada has tokens but had no session/, { sessions: ended.slice(1) }],
  [/fell over/, { accidents: ['Server 0 fell over.'] }],
])('%s', (sentence, change) => {
  const found = imbalances({ ...balanced, ...change })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(sentence)
})

test.each<[uncertain: boolean, end: Omit<SessionEnd, 'person'>]>([
  [true, { status: 'failed', why: 'exchange_timeout' }],
  [true, { status: 'failed', why: 'network_error' }],
  [true, { status: 'failed', why: 'exchange_failed', httpStatus: 503, problem: 'in_progress' }],
  [true, { status: 'failed', why: 'exchange_failed', httpStatus: 502 }],
  [true, { status: 'failed', why: 'exchange_failed', httpStatus: 504, problem: 'timeout' }],
  [false, { status: 'failed', why: 'exchange_failed', httpStatus: 403 }],
  [false, { status: 'failed', why: 'exchange_failed', httpStatus: 503, problem: 'unreachable' }],
  [false, { status: 'failed', why: 'access_denied' }],
  [false, { status: 'cancelled', why: 'popup_closed' }],
  [false, { status: 'connected' }],
])('it is %s that %o says that nobody knows', (uncertain, end) => {
  expect(saysUncertain({ person: 'ada', ...end })).toBe(uncertain)
})

test('who was told once that nobody knows may be told less at the last try', () => {
  const last = { person: 'bob', status: 'failed', why: 'exchange_failed', httpStatus: 403 }
  const others = balanced.sessions.filter(({ person }) => person !== 'bob')
  function found(wasUncertain: boolean) {
    return imbalances({ ...balanced, sessions: [...others, { ...last, wasUncertain }] })
  }
  expect(found(true)).toEqual([])
  expect(found(false)).toHaveLength(1)
})

test.each(['idle', 'preparing', 'waiting', 'exchanging', 'redirecting'])(
  '%s is no ending',
  status => {
    expect(isEnded({ person: 'ada', status })).toBe(false)
  },
)
