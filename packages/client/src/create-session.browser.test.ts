// A cancelling that comes between the answer and the code that reads it.

// Alone in its file, because that code must not have been loaded before.

import { expect, test, vi } from 'vitest'
import { connectionOf } from '../test/connection-of.ts'
import { createConnect } from './connect.ts'
import { createSession, receiveAnswer } from './create-session.ts'
import { channelName } from './popup/message.ts'
import { tokenLifeMs } from './popup/watch.ts'

const url = new URL('https://connect.smartcar.com/oauth/authorize?response_type=code')

test('sends nothing when it is cancelled before the answer could be read', {
  tags: ['F52'],
}, async () => {
  const exchange = vi.fn(async () => 'data')
  const redirectUri = `${location.origin}/redirect.html`
  const connect = createConnect({ clientId: 'app', redirectUri, exchange })
  let state = ''
  const popup = window.open('about:blank', '_blank', 'popup')
  vi.spyOn(window, 'open').mockImplementation(url => {
    state = new URL(`${url}`).searchParams.get('state') ?? ''
    return popup
  })
  const unhandled = vi.fn()
  addEventListener('unhandledrejection', unhandled)
  const ending = connect.open()
  const channel = new BroadcastChannel(channelName(state))
  const heard = new Promise(resolve => {
    channel.onmessage = ({ data }) => resolve(data)
  })
  channel.postMessage({ type: 'smartcar-connect', id: '1,2', state, params: { code: 'a-code' } })
  expect(await heard).toEqual({ type: 'smartcar-connect-ack', id: '1,2' })
  expect(connect.getSession()).toMatchObject({ status: 'waiting' })
  connect.cancel()
  expect(await ending).toEqual({ status: 'cancelled', reason: 'aborted' })
  const next = { closed: false, focus() {}, close() {} } as unknown as Window
  vi.mocked(window.open).mockReturnValue(next)
  void connect.open()
  await import('./late.ts')
  await new Promise(resolve => setTimeout(resolve))
  expect(exchange).not.toHaveBeenCalled()
  // The next one hears nothing of it either.
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  // The browser tells of a promise that nobody handles a moment later.
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(unhandled).not.toHaveBeenCalled()
  removeEventListener('unhandledrejection', unhandled)
  connect.cancel()
  channel.close()
  popup?.close()
  vi.restoreAllMocks()
})

test('sends the same grant again within the life of its code, however long the person took', {
  tags: ['F21'],
}, async () => {
  vi.useFakeTimers()
  const exchange = vi.fn(async (_: unknown) => {
    throw new Error('down')
  })
  const redirectUri = `${location.origin}/redirect.html`
  const connect = createConnect({ clientId: 'app', redirectUri, exchange })
  let state = ''
  const open = vi.spyOn(window, 'open').mockImplementation(url => {
    state = new URL(`${url}`).searchParams.get('state') ?? ''
    return Object.assign(document.createElement('iframe'), { closed: false, close() {} }) as never
  })
  const ending = connect.open()
  vi.advanceTimersByTime(9 * 60_000)
  const channel = new BroadcastChannel(channelName(state))
  channel.postMessage({ type: 'smartcar-connect', id: '1,2', state, params: { code: 'a-code' } })
  expect(await ending).toMatchObject({ status: 'failed', error: { code: 'exchange_failed' } })
  vi.advanceTimersByTime(9 * 60_000)
  expect(await connect.retry()).toMatchObject({ status: 'failed' })
  expect(exchange.mock.calls.map(([grant]) => grant)).toMatchObject([
    { code: 'a-code' },
    { code: 'a-code' },
  ])
  expect(open).toHaveBeenCalledOnce()
  channel.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('lets go of the code once it is used: there is nothing left to send again', {
  tags: ['F13'],
}, async () => {
  const exchange = vi.fn(async () => 'data')
  const options = { clientId: 'app', redirectUri: `${location.origin}/redirect.html`, exchange }
  const told: { status: string }[] = []
  const receiver = receiveAnswer(
    options,
    url,
    connectionOf(options, session => told.push(session)),
    () => 0,
  )
  const message = { type: 'smartcar-connect', id: '1,2', state: '', params: { code: 'a' } } as const
  receiver.accept(message, () => {})
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ status: 'connected' }))
  expect(receiver.retry()).toBe(false)
  expect(exchange).toHaveBeenCalledOnce()
})

test('has nothing to send again when the answer held no grant, not even for who asks at once', {
  tags: ['F21'],
}, async () => {
  const retried: boolean[] = []
  const options = { clientId: 'app', redirectUri: `${location.origin}/r.html`, exchange: '/api' }
  function notify({ status }: { status: string }) {
    // Only once: a session that could be sent again would go on for ever.
    if (status === 'failed' && retried.length === 0) retried.push(receiver.retry())
  }
  const receiver = receiveAnswer(options, url, connectionOf(options, notify), () => 0)
  receiver.accept({ type: 'smartcar-connect', id: '1,2', state: '', params: {} }, () => {})
  await vi.waitFor(() => expect(retried).toHaveLength(1))
  await new Promise(resolve => setTimeout(resolve))
  expect(retried).toEqual([false])
})

test('asked again while the answer is still being read, it sends the grant once', {
  tags: ['F10', 'F61', 'T08'],
}, async () => {
  // Slow enough that a second one would begin before it is over.
  const exchange = vi.fn(() => new Promise(resolve => setTimeout(resolve, 50, 'data')))
  const options = { clientId: 'app', redirectUri: `${location.origin}/r.html`, exchange }
  const told: { status: string }[] = []
  function notify(session: { status: string }) {
    return told.push(session)
  }
  const receiver = receiveAnswer(options, url, connectionOf(options, notify), () => 0)
  const message = { type: 'smartcar-connect', id: '1,2', state: '', params: { code: 'a' } } as const
  receiver.accept(message, () => {})
  expect(receiver.retry()).toBe(true)
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ status: 'connected' }))
  await new Promise(resolve => setTimeout(resolve))
  expect(told.map(({ status }) => status)).toEqual(['exchanging', 'connected'])
  expect(exchange).toHaveBeenCalledOnce()
})

test('an answer after the end is neither acknowledged nor kept', { tags: ['F14'] }, async () => {
  const options = { clientId: 'app', redirectUri: `${location.origin}/r.html`, exchange: '/api' }
  const told: unknown[] = []
  const acknowledge = vi.fn()
  const receiver = receiveAnswer(
    options,
    url,
    connectionOf(options, session => told.push(session)),
    () => 0,
  )
  receiver.stop()
  const message = { type: 'smartcar-connect', id: '1,2', state: '', params: { code: 'a' } } as const
  receiver.accept(message, acknowledge)
  expect(receiver.retry()).toBe(false)
  await new Promise(resolve => setTimeout(resolve))
  expect(acknowledge).not.toHaveBeenCalled()
  expect(told).toEqual([])
})

test('says so when this tab is to leave but nothing can be stored for the way back', {
  tags: ['F30'],
}, async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const redirectUri = `${location.origin}/redirect.html`
  const connect = createConnect({ clientId: 'app', redirectUri, exchange: '/exchange' })
  const ending = connect.open({ presentation: 'redirect' })
  expect(connect.getSession()).toEqual({ status: 'redirecting' })
  expect(await ending).toMatchObject({ status: 'failed', error: { code: 'popup_unsupported' } })
  vi.restoreAllMocks()
})

test('takes a popup that closes once it has answered neither for lost nor for left', {
  tags: ['F06', 'F10'],
}, () => {
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockReturnValue(true)
  const popup = { closed: false, focus() {}, close() {} }
  const redirectUri = `${location.origin}/redirect.html`
  const told: unknown[] = []
  const options = { clientId: 'app', redirectUri, exchange: '/exchange' }
  // A channel that can be spoken on without waiting.
  let hear: (value: object) => void = () => {}
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      set onmessage(run: typeof hear) {
        hear = run
      }
      postMessage() {}
      close() {}
    },
  )
  let state = ''
  vi.spyOn(window, 'open').mockImplementation(address => {
    state = new URL(`${address}`).searchParams.get('state') ?? ''
    return popup as unknown as Window
  })
  const session = createSession(
    options,
    connectionOf(options, now => told.push(now)),
  )
  session.open()
  // The part that reads the answer comes later, however fast it is loaded.
  const data = { type: 'smartcar-connect', id: '1,2', state, params: { code: 'a' } }
  hear({ isTrusted: true, origin: location.origin, source: null, data })
  popup.closed = true
  vi.advanceTimersByTime(tokenLifeMs)
  expect(told).toEqual([{ status: 'waiting', popup: 'open' }])
  // Another click finds the answer at hand, and opens nothing.
  expect(session.focus()).toBe(true)
  session.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
