// The `session` option in a real browser: the server makes state and address, the click opens them.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countClick } from '../../test/count-click.ts'
import { newAddress } from '../../test/session-answers.ts'
import { createConnect } from '../connect.ts'
import { createStateToken } from '../state/state-token.ts'

const token = createStateToken()
const url = `${location.origin}/oauth/authorize?response_type=code&state=${token}`

// The backend is not part of this package, so its answers are given here.
function answerWith(...answers: (() => Response)[]) {
  const fetched = vi.spyOn(window, 'fetch')
  for (const answer of answers) fetched.mockImplementationOnce(async () => answer())
  return fetched
}

function session() {
  return Response.json({ url, state: token, expiresInMs: 900_000 })
}

function start() {
  const popup = { closed: false, focus() {}, close: vi.fn(), postMessage() {} }
  const open = vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
  const connect = createConnect({ session: newAddress(), exchange: '/api/exchange' })
  return { connect, open, popup }
}

beforeEach(() => countClick(true))
afterEach(() => vi.restoreAllMocks())

test('fetched ahead, the popup opens in the click itself', async () => {
  const fetched = answerWith(session)
  const { connect, open } = start()
  connect.prepare()
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(1))
  await new Promise(resolve => setTimeout(resolve))
  connect.prepare()
  void connect.open()
  expect(open).toHaveBeenCalledTimes(1)
  expect(fetched).toHaveBeenCalledTimes(1)
  expect(String(open.mock.calls[0]?.[0])).toBe(url)
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  connect.cancel()
})

test('watching fetches nothing: a page may show many buttons that nobody clicks', async () => {
  const fetched = answerWith(session)
  const { connect } = start()
  const stops = [connect.subscribe(() => {}), connect.subscribe(() => {})]
  await import('../late.ts')
  await new Promise(resolve => setTimeout(resolve))
  expect(fetched).not.toHaveBeenCalled()
  for (const stop of stops) stop()
})

test('not fetched yet, the click waits for it, and two clicks open one popup', async () => {
  answerWith(session)
  const { connect, open } = start()
  void connect.open()
  void connect.open()
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(1))
  connect.cancel()
})

test('the grant goes out under the token that the server knows', async () => {
  const fetched = answerWith(session, () => Response.json({ cars: 1 }))
  const { connect } = start()
  const ending = connect.open()
  await vi.waitFor(() => expect(connect.getSession().status).toBe('waiting'))
  const channel = new BroadcastChannel(`smartcar-connect:${token}`)
  const params = { code: 'canary' }
  channel.postMessage({ type: 'smartcar-connect', id: '1', state: token, params })
  expect(await ending).toMatchObject({ status: 'connected', data: { cars: 1 } })
  const headers = new Headers(fetched.mock.calls[1]?.[1]?.headers)
  expect(headers.get('Idempotency-Key')).toBe(token)
  channel.close()
})

test('a backend that refuses a session fails the click, with its status', async () => {
  answerWith(() => new Response('{}', { status: 401 }))
  const { connect, open } = start()
  expect(await connect.open()).toMatchObject({
    status: 'failed',
    error: {
      code: 'exchange_failed',
      status: 401,
      message: expect.stringMatching('The backend answered 401. .*#exchange_failed$'),
    },
  })
  expect(open).not.toHaveBeenCalled()
})

test('cancelled while it is fetched, no popup opens and the promise ends', {
  tags: ['F52'],
}, async () => {
  let answer: (value: Response) => void = () => {}
  vi.spyOn(window, 'fetch').mockReturnValueOnce(
    new Promise(resolve => {
      answer = resolve
    }),
  )
  const { connect, open } = start()
  const ending = connect.open()
  connect.cancel()
  expect(await ending).toEqual({ status: 'cancelled', reason: 'aborted' })
  answer(session())
  // The next one is the first one to open a popup.
  answerWith(session)
  void connect.open()
  await vi.waitFor(() => expect(open).toHaveBeenCalled())
  expect(open).toHaveBeenCalledTimes(1)
  connect.cancel()
})

test('without the option nothing is fetched ahead', async () => {
  const fetched = answerWith(session)
  const redirectUri = `${location.origin}/redirect.html`
  const connect = createConnect({ clientId: 'app', redirectUri, exchange: '/api/exchange' })
  connect.prepare()
  await import('../late.ts')
  await new Promise(resolve => setTimeout(resolve))
  expect(fetched).not.toHaveBeenCalled()
})

test('what the server would refuse is refused at the click, and nothing is fetched', {
  tags: ['T13'],
}, () => {
  const fetched = answerWith()
  const { connect } = start()
  for (const mistake of [{ state: '\ud83d' }, { state: 'a\0' }, { vehicleId: 'a b' }]) {
    expect(() => connect.open(mistake), JSON.stringify(mistake)).toThrow(TypeError)
    const options = { session: '/api/session', exchange: '/api/exchange', ...mistake }
    expect(() => createConnect(options), JSON.stringify(mistake)).toThrow(TypeError)
  }
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(fetched).not.toHaveBeenCalled()
})

test('cancelled by a callback while it is prepared, its promise still resolves', {
  tags: ['F64'],
}, async () => {
  vi.spyOn(window, 'fetch').mockReturnValue(new Promise(() => {}))
  const connect = createConnect({
    session: newAddress(),
    exchange: '/api/exchange',
    onEvent({ status }) {
      if (status === 'preparing') connect.cancel()
    },
  })
  expect(await connect.open()).toEqual({ status: 'cancelled', reason: 'aborted' })
})
