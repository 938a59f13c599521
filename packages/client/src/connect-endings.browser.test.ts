// How a session ends: cancelled, left, closed late, expired.

import { expect, test, vi } from 'vitest'
import { nothing } from '../test/count-leftovers.ts'
import {
  blankWindow,
  code,
  comeBack,
  finish,
  heard,
  last,
  leave,
  leftovers,
  loseWindow,
  messageOf,
  observed,
  opened,
  patient,
  postFrom,
  start,
  until,
} from '../test/provider-windows.ts'
import type { Connect } from './connect.ts'
import { channelName } from './popup/message.ts'
import { tokenLifeMs } from './popup/watch.ts'
import type { Session } from './session.ts'

// Brings a session there; what it is worth cancelling.
const phases: Record<string, (connect: Connect) => unknown> = {
  waiting: () => {},
  lost: loseWindow,
  exchanging: connect => {
    finish()
    return until(connect, 'exchanging')
  },
}

test.each(Object.entries(phases))(
  'cancel() while %s ends it, closes the popup and leaves nothing',
  { tags: ['F52'] },
  async (_, reach) => {
    const connect = start({ exchange: () => new Promise<never>(() => {}) })
    const ending = connect.open()
    await reach(connect)
    connect.cancel()
    expect(await ending).toEqual({ status: 'cancelled', reason: 'aborted' })
    expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
    await vi.waitFor(() => expect(leftovers()).toEqual(nothing), patient)
    vi.useRealTimers()
    await vi.waitUntil(() => last().popup.closed, patient)
    // The request that was aborted has failed by now, which is no news.
    expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
  },
)

test('cancel() during the exchange aborts the request', { tags: ['F52'] }, async () => {
  let signal: AbortSignal | undefined
  const connect = start({
    exchange: (_, context) => {
      signal = context.signal
      return new Promise<never>(() => {})
    },
  })
  void connect.open()
  finish()
  await until(connect, 'exchanging')
  expect(signal?.aborted).toBe(false)
  connect.cancel()
  expect(signal?.aborted).toBe(true)
})

test('cancel() by whoever is told of the exchange stops it before it begins', {
  tags: ['F52'],
}, async () => {
  const exchange = vi.fn(() => new Promise<never>(() => {}))
  const connect = start({
    exchange,
    onEvent: ({ status }) => {
      if (status === 'exchanging') connect.cancel()
    },
  })
  const ending = connect.open()
  finish()
  expect(await ending).toEqual({ status: 'cancelled', reason: 'aborted' })
  expect(exchange).not.toHaveBeenCalled()
  expect(leftovers()).toEqual(nothing)
})

test('cancel() before and after does nothing to the session', { tags: ['F52'] }, async () => {
  const connect = start()
  connect.cancel()
  expect(connect.getSession()).toEqual({ status: 'idle' })
  const ending = connect.open()
  finish()
  const connected = await ending
  connect.cancel()
  expect(connect.getSession()).toBe(connected)
})

test('an answer after cancel() is dropped', { tags: ['F14'] }, async () => {
  const exchange = vi.fn()
  const connect = start({ exchange })
  void connect.open()
  const { state, token } = last()
  connect.cancel()
  const late = blankWindow()
  new late.BroadcastChannel(channelName(token)).postMessage(messageOf(state))
  const known = heard('1,2')
  postFrom(late, messageOf(state))
  await known
  expect(exchange).not.toHaveBeenCalled()
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
})

test('lost is not left: the session says so, keeps listening, and a late answer counts', {
  tags: ['F04', 'F05'],
}, async () => {
  const connect = start()
  const ending = connect.open()
  loseWindow()
  vi.advanceTimersByTime(60_000)
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'lost' })
  comeBack()
  vi.advanceTimersByTime(1250)
  expect(await ending).toEqual({ status: 'cancelled', reason: 'popup_closed' })
  vi.advanceTimersByTime(5 * 60_000)
  finish({ code }, blankWindow())
  expect(await until(connect, 'connected')).toMatchObject({ data: 'data' })
  const seen = observed.map(it => (it as Session).status ?? it)
  expect(seen.slice(0, 5)).toEqual([
    'waiting',
    'waiting',
    'cancelled',
    'popup_closed',
    'exchanging',
  ])
  expect(leftovers()).toEqual(nothing)
})

test('clicking while a late answer is exchanged waits for that exchange', {
  tags: ['F04'],
}, async () => {
  let answer: (value: string) => void = () => {}
  const connect = start({
    exchange: () =>
      new Promise<string>(resolve => {
        answer = resolve
      }),
  })
  void connect.open()
  leave()
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'popup_closed' })
  finish({ code }, blankWindow())
  await until(connect, 'exchanging')
  const ending = connect.open()
  answer('data')
  expect(await ending).toMatchObject({ status: 'connected', data: 'data' })
  expect(opened).toHaveLength(1)
})

test('after leaving, cancel() disarms what was still armed', { tags: ['F14'] }, async () => {
  const connect = start()
  void connect.open()
  leave()
  expect(leftovers()).toEqual({ channels: 1, listeners: 1, timers: 1 })
  connect.cancel()
  expect(leftovers()).toEqual(nothing)
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'popup_closed' })
})

test('after leaving, reset() disarms what was still armed', { tags: ['F14'] }, () => {
  const connect = start()
  void connect.open()
  leave()
  connect.reset()
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(leftovers()).toEqual(nothing)
})

test('closing the popup during the exchange changes nothing', { tags: ['F06'] }, async () => {
  let answer: (value: string) => void = () => {}
  const connect = start({
    exchange: () =>
      new Promise<string>(resolve => {
        answer = resolve
      }),
  })
  const ending = connect.open()
  finish()
  await until(connect, 'exchanging')
  leave()
  expect(connect.getSession().status).toBe('exchanging')
  answer('data')
  expect(await ending).toMatchObject({ status: 'connected' })
})

test('after 15 minutes it is expired, and a later answer is dropped', {
  tags: ['F57'],
}, async () => {
  const exchange = vi.fn()
  const connect = start({ exchange })
  const ending = connect.open()
  vi.advanceTimersByTime(tokenLifeMs)
  expect(await ending).toMatchObject({ status: 'failed', error: { code: 'expired' } })
  expect(leftovers()).toEqual(nothing)
  const known = heard('1,2')
  postFrom(last().popup, messageOf(last().state))
  await known
  expect(exchange).not.toHaveBeenCalled()
})

test('an answer after a long sleep is expired, though no timer has fired', {
  tags: ['F28'],
}, async () => {
  const exchange = vi.fn()
  const connect = start({ exchange })
  const ending = connect.open()
  vi.setSystemTime(Date.now() + tokenLifeMs)
  finish()
  expect(await ending).toMatchObject({ status: 'failed', error: { code: 'expired' } })
  expect(exchange).not.toHaveBeenCalled()
  expect(leftovers()).toEqual(nothing)
})

test('who has left and whose token expires is told nothing more', { tags: ['F57'] }, () => {
  const connect = start()
  void connect.open()
  leave()
  const before = observed.length
  vi.advanceTimersByTime(tokenLifeMs)
  expect(observed).toHaveLength(before)
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'popup_closed' })
  expect(leftovers()).toEqual(nothing)
})
