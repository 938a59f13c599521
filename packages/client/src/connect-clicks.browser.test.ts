// What one connection keeps apart: clicks, sessions of the server's making, and endings.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countClick } from '../test/count-click.ts'
import { newAddress } from '../test/session-answers.ts'
import { createConnect } from './connect.ts'
import { channelName } from './popup/message.ts'
import type { Session } from './session.ts'
import { createStateToken } from './state/state-token.ts'

let faults: unknown[] = []
function onFault(event: PromiseRejectionEvent) {
  return faults.push(event.reason)
}
function popup() {
  return { closed: false, focus() {}, close() {}, postMessage() {} } as unknown as Window
}
function macrotask() {
  return new Promise(resolve => setTimeout(resolve))
}

beforeEach(() => {
  faults = []
  countClick(true)
  addEventListener('unhandledrejection', onFault)
  vi.spyOn(window, 'open').mockImplementation(popup)
})
afterEach(() => {
  removeEventListener('unhandledrejection', onFault)
  vi.restoreAllMocks()
  sessionStorage.clear()
  expect(faults).toEqual([])
})

// The backend is not part of this package, so its answers are given here.
function session(): Response {
  const state = createStateToken()
  const url = `${location.origin}/oauth/authorize?response_type=code&state=${state}`
  return Response.json({ url, state, expiresInMs: 900_000 })
}

function start() {
  const seen: Session['status'][] = []
  const connect = createConnect({
    session: newAddress(),
    exchange: '/api/exchange',
    onEvent: ({ status }) => seen.push(status),
  })
  return { connect, seen }
}

function opened(): (string | undefined)[] {
  return vi.mocked(window.open).mock.calls.map(([url]) => url?.toString())
}

test('a session of the server’s is for one popup only', { tags: ['T08'] }, async () => {
  const fetched = vi.spyOn(window, 'fetch').mockImplementation(async () => session())
  const { connect } = start()
  void connect.open()
  await vi.waitFor(() => expect(opened()).toHaveLength(1))
  connect.cancel()
  void connect.open()
  await vi.waitFor(() => expect(opened()).toHaveLength(2))
  expect(fetched).toHaveBeenCalledTimes(2)
  expect(new Set(opened()).size).toBe(2)
  connect.cancel()
})

test('a session fetched ahead for other options is not used', async () => {
  const fetched = vi.spyOn(window, 'fetch').mockImplementation(async () => session())
  const { connect } = start()
  connect.prepare()
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledOnce())
  await macrotask()
  void connect.open({ vehicleId: 'a-car' })
  expect(opened()).toEqual([])
  await vi.waitFor(() => expect(opened()).toHaveLength(1))
  expect(fetched.mock.calls.map(([, init]) => JSON.parse(`${init?.body}`))).toEqual([
    {},
    { vehicleId: 'a-car' },
  ])
  connect.cancel()
})

test('what arrives for other options than the click’s opens nothing; what it asked for does', async () => {
  let answer: (value: Response) => void = () => {}
  const fetched = vi.spyOn(window, 'fetch').mockImplementationOnce(async () => session())
  fetched.mockReturnValueOnce(
    new Promise(resolve => {
      answer = resolve
    }),
  )
  const { connect } = start()
  connect.prepare()
  void connect.open({ vehicleId: 'a-car' })
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
  await macrotask()
  await macrotask()
  expect(opened()).toEqual([])
  expect(fetched.mock.calls.map(([, init]) => JSON.parse(`${init?.body}`))).toEqual([
    {},
    { vehicleId: 'a-car' },
  ])
  answer(session())
  await vi.waitFor(() => expect(opened()).toHaveLength(1))
  connect.cancel()
})

test('clicking ten times fetches one session', { tags: ['F10'] }, async () => {
  const fetched = vi.spyOn(window, 'fetch').mockImplementation(async () => session())
  const { connect } = start()
  for (let click = 0; click < 10; click++) void connect.open()
  await vi.waitFor(() => expect(opened()).toHaveLength(1))
  expect(fetched).toHaveBeenCalledOnce()
  connect.cancel()
})

test('of two clicks, the one that could open at once has the only popup', {
  tags: ['F10'],
}, async () => {
  const response = session()
  let answer: (value: Response) => void = () => {}
  const held = new Promise<Response>(resolve => {
    answer = resolve
  })
  const fetched = vi.spyOn(window, 'fetch').mockResolvedValueOnce(session())
  fetched.mockReturnValueOnce(held)
  const { connect } = start()
  connect.prepare()
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledOnce())
  await macrotask()
  void connect.open({ vehicleId: 'a-car' })
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
  void connect.open()
  expect(opened()).toHaveLength(1)
  answer(response)
  await vi.waitUntil(() => response.bodyUsed)
  await macrotask()
  expect(opened()).toHaveLength(1)
  connect.cancel()
})

test('cancelled while its session is fetched, nothing opens when that arrives', {
  tags: ['F52'],
}, async () => {
  const response = session()
  let answer: (value: Response) => void = () => {}
  vi.spyOn(window, 'fetch').mockReturnValueOnce(
    new Promise(resolve => {
      answer = resolve
    }),
  )
  const { connect } = start()
  const ending = connect.open()
  connect.cancel()
  expect(await ending).toEqual({ status: 'cancelled', reason: 'aborted' })
  answer(response)
  await vi.waitUntil(() => response.bodyUsed)
  await macrotask()
  expect(opened()).toEqual([])
  // What has arrived is good for the next click.
  void connect.open()
  expect(opened()).toHaveLength(1)
  connect.cancel()
})

test('cancelled while its session is fetched, a refusal is no news', {
  tags: ['F52'],
}, async () => {
  const response = new Response('{}', { status: 503 })
  vi.spyOn(window, 'fetch').mockResolvedValue(response)
  const { connect, seen } = start()
  void connect.open()
  connect.cancel()
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
  await macrotask()
  expect(seen).toEqual(['preparing', 'cancelled'])
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
})

test('what could not be fetched ahead is fetched again by the click, which tells', {
  tags: ['F20'],
}, async () => {
  const fetched = vi
    .spyOn(window, 'fetch')
    .mockResolvedValueOnce(new Response('{}', { status: 503 }))
    .mockImplementation(async () => session())
  const { connect, seen } = start()
  connect.prepare()
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledOnce())
  await macrotask()
  expect(seen).toEqual([])
  expect(faults).toEqual([])
  void connect.open()
  await vi.waitFor(() => expect(seen).toEqual(['preparing', 'waiting']))
  connect.cancel()
})

const plain = { clientId: 'app', redirectUri: `${location.origin}/redirect.html` }

test('cancel() after a failure leaves the failure', { tags: ['F52'] }, async () => {
  vi.mocked(window.open).mockReturnValue(null)
  const connect = createConnect({ ...plain, exchange: '/exchange' })
  const failed = await connect.open()
  connect.cancel()
  expect(connect.getSession()).toBe(failed)
})

test('retry() during the exchange sends nothing more', { tags: ['F10'] }, async () => {
  const exchange = vi.fn(() => new Promise<never>(() => {}))
  const connect = createConnect({ ...plain, exchange })
  void connect.open()
  const state = new URL(opened()[0] ?? '').searchParams.get('state') ?? ''
  const channel = new BroadcastChannel(channelName(state))
  channel.postMessage({ type: 'smartcar-connect', id: '1', state, params: { code: 'a-code' } })
  await vi.waitFor(() => expect(connect.getSession().status).toBe('exchanging'))
  void connect.retry()
  expect(exchange).toHaveBeenCalledOnce()
  connect.cancel()
  channel.close()
})

test('of two clicks with other options, the newest has the only popup and the only error', {
  tags: ['F10'],
}, async () => {
  const answers: ((response: Response) => void)[] = []
  function held() {
    return new Promise<Response>(resolve => answers.push(resolve))
  }
  vi.spyOn(window, 'fetch').mockImplementation(held)
  const { connect, seen } = start()
  void connect.open()
  void connect.open({ vehicleId: 'a-car' })
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[0]?.(new Response('{}', { status: 503 }))
  await macrotask()
  expect(seen).toEqual(['preparing'])
  answers[1]?.(session())
  await vi.waitFor(() => expect(opened()).toHaveLength(1))
  expect(seen).toEqual(['preparing', 'waiting'])
  connect.cancel()
})

test('what arrives for an older click opens nothing', { tags: ['F10'] }, async () => {
  const answers: ((response: Response) => void)[] = []
  function held() {
    return new Promise<Response>(resolve => answers.push(resolve))
  }
  vi.spyOn(window, 'fetch').mockImplementation(held)
  const { connect } = start()
  void connect.open()
  void connect.open({ vehicleId: 'a-car' })
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[0]?.(session())
  await macrotask()
  await macrotask()
  expect(opened()).toEqual([])
  connect.cancel()
  answers[1]?.(session())
})

test('a click that waits for a session leaves alone an exchange that began meanwhile', {
  tags: ['F10'],
}, async () => {
  const closing = popup() as { closed: boolean } & Window
  vi.mocked(window.open).mockReturnValue(closing)
  const answers: ((response: Response) => void)[] = []
  function held() {
    return new Promise<Response>(resolve => answers.push(resolve))
  }
  const fetched = vi.spyOn(window, 'fetch').mockImplementationOnce(async () => session())
  fetched.mockImplementation(held)
  const { connect, seen } = start()
  void connect.open()
  await vi.waitFor(() => expect(opened()).toHaveLength(1))
  closing.closed = true
  await vi.waitFor(() => expect(connect.getSession()).toMatchObject({ popup: 'lost' }))
  const ending = connect.open()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  const state = new URL(opened()[0] ?? '').searchParams.get('state') ?? ''
  const channel = new BroadcastChannel(channelName(state))
  channel.postMessage({ type: 'smartcar-connect', id: '1', state, params: { code: 'a-code' } })
  await vi.waitFor(() => expect(connect.getSession().status).toBe('exchanging'))
  answers[0]?.(session())
  await macrotask()
  await macrotask()
  expect(opened()).toHaveLength(1)
  answers[1]?.(Response.json({ cars: 1 }))
  expect(await ending).toMatchObject({ status: 'connected', data: { cars: 1 } })
  expect(seen).toEqual(['preparing', 'waiting', 'waiting', 'preparing', 'exchanging', 'connected'])
  channel.close()
})

test('a session that is as good as over when it arrives opens nothing, and says so', async () => {
  const state = createStateToken()
  const url = `${location.origin}/oauth/authorize?response_type=code&state=${state}`
  const answer = { url, state, expiresInMs: 60_001 }
  vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json(answer))
  // Each look at the clock is a second later.
  let now = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 1_000
    return now
  })
  const { connect } = start()
  expect(await connect.open()).toMatchObject({ status: 'failed', error: { code: 'expired' } })
  expect(opened()).toEqual([])
})
