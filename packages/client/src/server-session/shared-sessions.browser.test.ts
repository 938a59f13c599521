// One page, several connections: a session of the server's is fetched once, and serves one click.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countClick } from '../../test/count-click.ts'
import { holdSessions, newAddress, sessionAnswer, spyOnOpen } from '../../test/session-answers.ts'
import { createConnect } from '../connect.ts'

beforeEach(() => countClick(true))
afterEach(() => vi.restoreAllMocks())

// What was asked for has gone out, or would have.
async function asked() {
  await import('../late.ts')
  await new Promise(resolve => setTimeout(resolve))
}

test('`backend` is all that a connection needs: session, then exchange, below it', async () => {
  const { answers, fetched } = holdSessions()
  const open = spyOnOpen()
  const backend = newAddress()
  const connect = createConnect<string[]>({ backend })
  connect.prepare()
  await asked()
  expect(fetched.mock.calls[0]?.[0]).toBe(`${backend}/session`)
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ credentials: 'include', body: '{}' })
  const token = 'a'.repeat(43)
  answers[0]?.(sessionAnswer(token))
  await asked()
  const ending = connect.open()
  expect(open).toHaveBeenCalledTimes(1)
  const channel = new BroadcastChannel(`smartcar-connect:${token}`)
  const params = { user_id: 'a-person' }
  channel.postMessage({ type: 'smartcar-connect', id: '1', state: token, params })
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  channel.close()
  const [address, request] = fetched.mock.calls[1] ?? []
  expect(address).toBe(`${backend}/exchange`)
  expect(request).toMatchObject({ credentials: 'include', body: '{"userId":"a-person"}' })
  expect(new Headers(request?.headers).get('Idempotency-Key')).toBe(token)
  answers[1]?.(Response.json(['a car']))
  expect(await ending).toMatchObject({ status: 'connected', data: ['a car'] })
})

test('however many come near, it is fetched once; each click uses one of its own', async () => {
  const { answers, fetched } = holdSessions()
  const open = spyOnOpen()
  const backend = newAddress()
  const [one, two] = [createConnect({ backend }), createConnect({ backend: `${backend}/` })]
  const stops = [one, two].map(connect => connect.subscribe(() => {}))
  for (const connect of [one, two, one]) connect.prepare()
  await asked()
  expect(fetched).toHaveBeenCalledTimes(1)
  answers[0]?.()
  await asked()
  one.prepare()
  await asked()
  void two.open()
  expect(open).toHaveBeenCalledTimes(1)
  expect(fetched).toHaveBeenCalledTimes(1)
  // What served that click serves no other.
  void one.open()
  expect(one.getSession()).toEqual({ status: 'preparing' })
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
  answers[1]?.()
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2))
  const [first, second] = open.mock.calls.map(([address]) => String(address))
  expect(first).not.toBe(second)
  for (const stop of stops) stop()
  for (const connect of [one, two]) connect.cancel()
})

test('of two clicks that wait for the same session one gets it, the other a second one', async () => {
  const { answers } = holdSessions()
  const open = spyOnOpen()
  const backend = newAddress()
  const connects = [createConnect({ backend }), createConnect({ backend })]
  for (const connect of connects) void connect.open()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.()
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  expect(open).toHaveBeenCalledTimes(1)
  answers[1]?.()
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2))
  const addresses = new Set(open.mock.calls.map(([address]) => String(address)))
  expect(addresses.size).toBe(2)
  for (const connect of connects) connect.cancel()
})

test('another vehicle, app state or backend has a session of its own', {
  tags: ['T07'],
}, async () => {
  const { fetched } = holdSessions()
  const backend = newAddress()
  createConnect({ backend }).prepare()
  createConnect({ backend, vehicleId: 'a-car' }).prepare()
  createConnect({ backend, state: 'mine' }).prepare()
  createConnect({ backend: newAddress() }).prepare()
  await asked()
  expect(fetched.mock.calls.map(([, request]) => request?.body)).toEqual([
    '{}',
    '{"vehicleId":"a-car"}',
    '{"state":"mine"}',
    '{}',
  ])
})

test('a click that waits when the login changes opens nothing', { tags: ['T48'] }, async () => {
  const { answers } = holdSessions()
  const open = spyOnOpen()
  const options = { backend: newAddress(), appUser: 'ann' }
  const connect = createConnect(() => ({ ...options }))
  const ending = connect.open()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  options.appUser = 'bob'
  answers[0]?.()
  expect(await ending).toMatchObject({ status: 'failed', error: { code: 'login_changed' } })
  expect(open).not.toHaveBeenCalled()
})

test('what was fetched under another login is fetched anew', { tags: ['T48'] }, async () => {
  const { answers, fetched } = holdSessions()
  const open = spyOnOpen()
  const options = { backend: newAddress(), appUser: 'ann' }
  const connect = createConnect(() => ({ ...options }))
  connect.prepare()
  await asked()
  answers[0]?.()
  await asked()
  options.appUser = 'bob'
  connect.prepare()
  await asked()
  expect(fetched).toHaveBeenCalledTimes(2)
  answers[1]?.()
  await asked()
  // The first login comes back: its session is gone with it.
  options.appUser = 'ann'
  void connect.open()
  expect(open).not.toHaveBeenCalled()
  connect.cancel()
})

test('a mistake beside `backend` is refused when the connection is made', () => {
  const options = { backend: '/api/smartcar', exchange: '/api/exchange' }
  expect(() => createConnect(options as never)).toThrow('`exchange` does not go with `backend`')
  const connect = createConnect({ backend: newAddress() })
  expect(() => connect.open({ scope: ['read_vin'] })).toThrow('`scope` does not go with `backend`')
})
