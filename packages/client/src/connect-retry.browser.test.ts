// What follows an ending, and what the app's own code does to a session.

import { expect, test, vi } from 'vitest'
import { nothing } from '../test/count-leftovers.ts'
import {
  blankWindow,
  code,
  finish,
  last,
  leftovers,
  loseWindow,
  opened,
  patient,
  redirectUri,
  start,
} from '../test/provider-windows.ts'
import { createConnect } from './connect.ts'
import { ConnectError } from './errors.ts'

// The backend: fails first, and is in order from then on.
function backend() {
  return vi
    .spyOn(window, 'fetch')
    .mockImplementation(async () => Response.json({ cars: 1 }))
    .mockImplementationOnce(async () => new Response('', { status: 503 }))
}

test('retry() sends the same grant under the same key, and opens nothing', {
  tags: ['F21', 'F22'],
}, async () => {
  const fetch = backend()
  const connect = start({ exchange: '/api/exchange' })
  const ending = connect.open()
  finish()
  expect(await ending).toMatchObject({ status: 'failed', error: { status: 503 } })
  // Never by itself.
  vi.advanceTimersByTime(60_000)
  expect(fetch).toHaveBeenCalledTimes(1)
  const retried = connect.retry()
  expect(connect.getSession().status).toBe('exchanging')
  expect(await retried).toMatchObject({ status: 'connected', data: { cars: 1 } })
  const [first, second] = fetch.mock.calls.map(([, init]) => init)
  expect(second?.headers).toEqual(first?.headers)
  expect(new Headers(first?.headers).get('Idempotency-Key')).toMatch(/^[\w-]{43}$/)
  expect(new Headers(first?.headers).get('Idempotency-Key')).not.toBe(last().token)
  expect(second?.body).toBe(first?.body)
  expect(opened).toHaveLength(1)
  expect(leftovers()).toEqual(nothing)
})

test('once the code is 10 minutes old, retry() opens anew', { tags: ['F22'] }, async () => {
  const fetch = backend()
  const connect = start({ exchange: '/api/exchange' })
  const ending = connect.open()
  finish()
  await ending
  vi.advanceTimersByTime(10 * 60_000)
  const retried = connect.retry()
  expect(opened).toHaveLength(2)
  finish()
  expect(await retried).toMatchObject({ status: 'connected' })
  const keys = fetch.mock.calls.map(([, init]) => new Headers(init?.headers).get('Idempotency-Key'))
  expect(new Set(keys).size).toBe(2)
})

test('retry() after a success or a refusal opens anew', async () => {
  const connect = start()
  const ending = connect.open()
  finish({ error: 'access_denied' })
  await ending
  const retried = connect.retry()
  expect(opened).toHaveLength(2)
  finish()
  expect(await retried).toMatchObject({ status: 'connected' })
  void connect.retry()
  expect(opened).toHaveLength(3)
  connect.cancel()
})

test('callbacks and listeners that throw are reported, and the session goes on', {
  tags: ['F51'],
}, async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  function fault(name: string) {
    return () => {
      throw new Error(name)
    }
  }
  const connect = start({ onEvent: fault('event'), onSuccess: fault('success') })
  const stop = connect.subscribe(fault('listener'))
  const heardOf: string[] = []
  connect.subscribe(() => heardOf.push(connect.getSession().status))
  const ending = connect.open()
  finish()
  expect(await ending).toMatchObject({ status: 'connected' })
  expect(heardOf).toEqual(['waiting', 'exchanging', 'connected'])
  await Promise.resolve()
  const names = reported.mock.calls.map(([error]) => error.message)
  const each = ['listener', 'event']
  expect(names).toEqual([...each, ...each, ...each, 'success'])
  expect(leftovers()).toEqual(nothing)
  stop()
})

test('options that throw when the answer comes end the session, and its grant is sent later', {
  tags: ['F64'],
}, async () => {
  vi.spyOn(window, 'reportError').mockImplementation(() => {})
  const cause = new Error('from the app')
  let isBroken = false
  const exchange = vi.fn(async () => 'data')
  const connect = createConnect(() => {
    if (isBroken) throw cause
    return { clientId: 'app', redirectUri, exchange }
  })
  const ending = connect.open()
  isBroken = true
  finish()
  expect(await ending).toMatchObject({ error: { code: 'exchange_failed', cause } })
  isBroken = false
  expect(await connect.retry()).toMatchObject({ status: 'connected' })
  expect(opened).toHaveLength(1)
})

test('an exchange that throws at once is exchange_failed', { tags: ['F51'] }, async () => {
  const cause = new Error('mine')
  const connect = start({
    exchange: () => {
      throw cause
    },
  })
  const ending = connect.open()
  finish()
  expect(await ending).toMatchObject({
    status: 'failed',
    error: { code: 'exchange_failed', cause },
  })
})

test('callbacks are those of the moment, not of the click', async () => {
  const calls: string[] = []
  let name = 'before'
  const connect = createConnect(() => ({
    clientId: 'app',
    redirectUri,
    exchange: async () => 'data',
    onSuccess: (
      given => () =>
        calls.push(given)
    )(name),
  }))
  const ending = connect.open()
  name = 'after'
  finish()
  await ending
  expect(calls).toEqual(['after'])
})

test('a mistake in the options is a TypeError at once, and loses nothing', async () => {
  expect(() => start({ mode: 'production' as 'live' })).toThrow('`mode`')
  const connect = start()
  expect(() => connect.open({ singleSelectVin: 'x' })).toThrow('`singleSelectVin`')
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(leftovers()).toEqual(nothing)
  const ending = connect.open({ make: 'TESLA' })
  expect(last().url.searchParams.get('make')).toBe('TESLA')
  loseWindow()
  expect(() => connect.open({ mode: 'x' as 'live' })).toThrow('`mode`')
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'lost' })
  finish({ code }, blankWindow())
  expect(await ending).toMatchObject({ status: 'connected' })
})

test('reset() clears an ending, and nothing else', async () => {
  const connect = start()
  const ending = connect.open()
  connect.reset()
  expect(connect.getSession().status).toBe('waiting')
  finish()
  await ending
  connect.reset()
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(leftovers()).toEqual(nothing)
})

test('focus() brings the popup to the front, and never throws', () => {
  const connect = start()
  connect.focus()
  void connect.open()
  const focus = vi.spyOn(last().popup, 'focus')
  connect.focus()
  expect(focus).toHaveBeenCalledTimes(1)
  connect.cancel()
  connect.focus()
})

test('whoever has stopped listening is told nothing', { tags: ['F09'] }, async () => {
  const connect = start()
  const told = vi.fn()
  connect.subscribe(told)()
  const ending = connect.open()
  finish()
  await ending
  expect(told).not.toHaveBeenCalled()
})

test('nothing of a finished session is left in this tab’s storage', { tags: ['T20'] }, async () => {
  const connect = start()
  const ending = connect.open()
  vi.useRealTimers()
  await vi.waitUntil(() => sessionStorage.length, patient)
  expect(JSON.stringify({ ...sessionStorage })).not.toContain(last().token)
  finish()
  await ending
  await vi.waitFor(() => expect({ ...sessionStorage }).toEqual({}), patient)
  expect({ ...localStorage }).toEqual({})
})

test('the errors of an ending are ConnectErrors', async () => {
  vi.spyOn(window, 'open').mockReturnValue(null)
  const ending = await start().open()
  expect(ending.status === 'failed' && ending.error).toBeInstanceOf(ConnectError)
})
