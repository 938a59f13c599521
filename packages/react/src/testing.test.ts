// The fake behaves as a real connection does, with nothing behind it.

import { ConnectError, type ConnectOptions, type Settled } from 'smartcar-connect'
import { expect, test, vi } from 'vitest'
import { createFakeConnect } from './testing.ts'

const options: ConnectOptions = { clientId: 'app', redirectUri: '/r.html', exchange: '/api' }
const connected = { status: 'connected', grant: {}, data: ['Tesla'] } as const

async function stateOf(promise: Promise<Settled>): Promise<string> {
  const ending = await Promise.race([promise, Promise.resolve(undefined)])
  return ending?.status ?? 'no ending yet'
}

test('open resolves with an ending, and not with “redirecting” or “preparing”', async () => {
  const connect = createFakeConnect()
  const opened = connect.open()
  for (const status of ['preparing', 'redirecting', 'idle'] as const) {
    connect.set({ status })
    expect(await stateOf(opened)).toBe('no ending yet')
  }
  connect.set(connected)
  expect(await opened).toBe(connected)
})

test('calls the callback that belongs to each change, after its subscribers', () => {
  const told: string[] = []
  const connect = createFakeConnect(undefined, {
    onEvent: session => told.push(`event ${session.status}`),
    onSuccess: data => told.push(`success ${data}`),
    onCancel: reason => told.push(`cancel ${reason}`),
    onError: error => told.push(`error ${error.code}`),
  })
  connect.subscribe(() => told.push('subscriber'))
  void connect.open()
  connect.set(connected)
  connect.set({ status: 'cancelled', reason: 'popup_closed' })
  connect.set({ status: 'failed', error: new ConnectError('expired') })
  expect(told.filter(line => line !== 'subscriber')).toEqual([
    'event waiting',
    'event connected',
    'success Tesla',
    'event cancelled',
    'cancel popup_closed',
    'event failed',
    'error expired',
  ])
  expect(told[0]).toBe('subscriber')
})

test('a callback that throws reaches the test, with the session and its ending in place', async () => {
  const connect = createFakeConnect(undefined, {
    onSuccess() {
      throw new Error('from the app')
    },
  })
  const opened = connect.open()
  expect(() => connect.set(connected)).toThrow('from the app')
  expect(connect.getSession()).toBe(connected)
  expect(await opened).toBe(connected)
})

test('what cannot happen changes nothing', async () => {
  const connect = createFakeConnect<unknown>(connected)
  connect.cancel()
  expect(connect.getSession()).toBe(connected)
  const opened = connect.open()
  const waiting = connect.getSession()
  expect(connect.open()).toBe(opened)
  connect.reset()
  expect(connect.getSession()).toBe(waiting)
  connect.set({ status: 'waiting', popup: 'lost' })
  void connect.open()
  expect(await opened).toEqual({ status: 'cancelled', reason: 'superseded' })
  connect.cancel()
  connect.reset()
  connect.cancel()
  expect(connect.getSession()).toEqual({ status: 'idle' })
})

test('stands for createConnect: the callbacks of whoever subscribes are called', () => {
  const fake = createFakeConnect()
  const onSuccess = vi.fn()
  const never = vi.fn()
  const connect = fake.createConnect(() => ({ ...options, onSuccess }))
  fake.createConnect({ ...options, onSuccess: never })
  const stop = connect.subscribe(() => {})
  void connect.open()
  fake.set(connected)
  expect(fake.calls).toEqual(['open'])
  expect(onSuccess).toHaveBeenCalledWith(['Tesla'], {})
  expect(never).not.toHaveBeenCalled()
  stop()
  fake.set({ ...connected })
  expect(onSuccess).toHaveBeenCalledTimes(1)
})
