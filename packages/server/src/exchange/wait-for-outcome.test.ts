// What a repeated post gets while, and after, another call holds the claim.

import { afterEach, expect, test, vi } from 'vitest'
import type { ClaimState, ExchangeState } from '../stores/exchange-store.ts'
import { deadlineIn } from '../timing/deadline.ts'
import { waitForOutcome } from './wait-for-outcome.ts'

afterEach(() => vi.useRealTimers())

const outcome = { status: 200, body: '{"cars":1}' }

function storeThatReads(states: readonly ExchangeState[]) {
  const keys: string[] = []
  async function readExchange(keyHash: string): Promise<ExchangeState> {
    keys.push(keyHash)
    return states[keys.length - 1] ?? { status: 'abandoned' }
  }
  return { store: { readExchange }, keys }
}

const pending: ClaimState = { status: 'pending' }

test.each<[string, ExchangeState, number, string]>([
  ['the stored outcome', { status: 'finished', outcome }, 200, '"cars":1'],
  ['to try again when the claim was released', { status: 'unclaimed' }, 503, '"unreachable"'],
  ['that nobody knows after a crash', { status: 'abandoned' }, 504, '"outcome_unknown"'],
])('waits and answers %s', async (_, last, status, text) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { store, keys } = storeThatReads([pending, pending, last])
  const waiting = waitForOutcome(store, 'key', pending, deadlineIn(10_000))
  await vi.advanceTimersByTimeAsync(1000)
  const answer = await waiting
  expect(answer.status).toBe(status)
  expect(answer.body).toContain(text)
  expect(keys).toEqual(['key', 'key', 'key'])
})

test('answers at once when the outcome is stored already', { tags: ['F24'] }, async () => {
  const { store, keys } = storeThatReads([])
  const soon = deadlineIn(10_000)
  expect(await waitForOutcome(store, 'key', { status: 'finished', outcome }, soon)).toBe(outcome)
  expect(keys).toEqual([])
})

test('does not wait for hours for a process that died before the clock went back', {
  tags: ['F71'],
}, async () => {
  async function readExchange(): Promise<ExchangeState> {
    return pending
  }
  const answer = await waitForOutcome({ readExchange }, 'key', pending, deadlineIn(120))
  expect(answer.status).toBe(503)
  expect(answer.body).toContain('"in_progress"')
})
