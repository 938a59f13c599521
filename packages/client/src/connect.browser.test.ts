// The session in a real browser, with real popups, channels and messages. The provider is a seam
// at `window.open`: a blank page of the same origin, which a test then sends on or makes speak.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countLeftovers, type Leftovers, nothing } from '../test/count-leftovers.ts'
import { type Connect, createConnect } from './connect.ts'
import type { ConnectOptions } from './connect-options.ts'
import { ConnectError } from './errors.ts'
import type { FullGrant } from './grant.ts'
import { channelName } from './popup/message.ts'
import { tokenLifeMs } from './popup/watch.ts'
import type { Session } from './session.ts'

type Realm = Window & typeof globalThis

// By this name, Vite leaves the address of the file alone, and serves it as it is.
const here = import.meta.url
const redirectUri = `${location.origin}/@fs${new URL('../redirect.html', here).pathname}`
const code = 'canary-code-5d1f'
const openWindow = window.open.bind(window)
// Windows take their time on a busy machine; nothing here depends on how long.
const patient = { timeout: 40_000 }

let windows: Realm[] = []
let opened: { url: URL; target: unknown; features: unknown; popup: Realm }[] = []
let leftovers: () => Leftovers
let focused = false
// Everything that an app can see of a session, to look for what it must not see.
let observed: unknown[] = []

function blankWindow(): Realm {
  const popup = openWindow('about:blank', '_blank', 'popup') as Realm
  windows.push(popup)
  return popup
}

beforeEach(() => {
  windows = []
  opened = []
  observed = []
  focused = false
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused)
  vi.spyOn(window, 'open').mockImplementation((url, target, features) => {
    const popup = blankWindow()
    opened.push({ url: new URL(`${url}`), target, features, popup })
    return popup
  })
  leftovers = countLeftovers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const popup of windows) popup.close()
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
  sessionStorage.clear()
})

function start<T = unknown>(options: Partial<ConnectOptions<T>> = {}): Connect<T> {
  return createConnect<T>({
    clientId: 'app',
    redirectUri,
    exchange: async () => 'data' as T,
    onEvent: session => observed.push(session),
    onSuccess: (...details) => observed.push(details),
    onCancel: reason => observed.push(reason),
    onError: error => observed.push({ ...error, text: String(error), stack: error.stack }),
    ...options,
  })
}

// The attempt that was opened last: what its provider knows, and its popup.
function last() {
  const attempt = opened.at(-1) ?? expect.fail('no popup was opened')
  const state = attempt.url.searchParams.get('state') ?? ''
  return { ...attempt, state, token: state.slice(0, 43) }
}

// The provider sends the popup back to the redirect page.
function finish(
  params: Record<string, string> = { code },
  popup = last().popup,
  { state } = last(),
) {
  popup.location.href = `${redirectUri}?${new URLSearchParams({ ...params, state })}`
}

function messageOf(state: string, id = '1,2', params: Record<string, string> = { code }) {
  return { type: 'smartcar-connect', id, state, params }
}

// Posts to this page so that the sender really is that window.
function postFrom(realm: Realm, message: unknown) {
  realm.eval('(target, message) => target.postMessage(message, origin)')(window, message)
}

// Resolves when this page has heard a message with this id, so that who should drop it has done so.
function heard(id: string): Promise<void> {
  return new Promise(resolve => {
    const onMessage = ({ data }: MessageEvent) => {
      if (data?.id !== id) return
      EventTarget.prototype.removeEventListener.call(window, 'message', onMessage as EventListener)
      resolve()
    }
    EventTarget.prototype.addEventListener.call(window, 'message', onMessage as EventListener)
  })
}

function until<T>(connect: Connect<T>, status: Session['status']): Promise<Session<T>> {
  return new Promise(resolve => {
    const look = () => {
      const session = connect.getSession()
      if (session.status !== status) return
      stop()
      resolve(session)
    }
    const stop = connect.subscribe(look)
    look()
  })
}

function loseWindow() {
  last().popup.close()
  vi.advanceTimersByTime(250)
}

function leave() {
  focused = true
  loseWindow()
  vi.advanceTimersByTime(1250)
}

test('opens the provider in the call itself, in a window without a name', { tags: ['T24'] }, () => {
  const connect = start()
  expect(leftovers()).toEqual(nothing)
  void connect.open()
  const { url, target, features, popup } = last()
  expect(url.origin + url.pathname).toBe('https://connect.smartcar.com/oauth/authorize')
  expect(target).toBe('_blank')
  expect(features).toMatch(/^popup,/)
  expect(features).not.toMatch(/noopener|NaN/)
  expect(popup.name).toBe('')
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  connect.cancel()
})

test('connects, and gives the code to the exchange alone', async () => {
  const exchange = vi.fn(async (_: FullGrant) => ({ cars: 1 }))
  const connect = start({ exchange, state: 'the app’s own' })
  const ending = connect.open()
  finish({ code, user_id: 'u' })
  const grant = { userId: 'u', state: 'the app’s own' }
  expect(await ending).toEqual({ status: 'connected', grant, data: { cars: 1 } })
  expect(exchange.mock.calls.map(([full]) => full)).toEqual([{ ...grant, code }])
  expect(connect.getSession()).toBe(await ending)
})

test('the code and the token are in nothing that an app can see', { tags: ['T32'] }, async () => {
  vi.spyOn(window, 'fetch').mockImplementation(async () => new Response('no', { status: 500 }))
  const connect = start({ exchange: '/api/exchange' })
  const stop = connect.subscribe(() => observed.push(connect.getSession()))
  observed.push(await Promise.all([connect.open(), finish()]))
  stop()
  observed.push(connect.getSession(), document.documentElement.outerHTML, { ...localStorage })
  observed.push({ ...sessionStorage }, history.state, location.href, window.name, document.cookie)
  const text = JSON.stringify(observed)
  expect(text).toContain('exchange_failed')
  expect(text).not.toContain(code)
  expect(text).not.toContain(last().token)
})

test.each<[string, unknown]>([
  [
    'where BroadcastChannel throws',
    class {
      constructor() {
        throw new DOMException('not here', 'SecurityError')
      }
    },
  ],
  ['where there is no BroadcastChannel', undefined],
])('%s, the answer comes by the window', { tags: ['F30', 'F31'] }, async (_, BroadcastChannel) => {
  vi.stubGlobal('BroadcastChannel', BroadcastChannel)
  const connect = start()
  const ending = connect.open()
  finish()
  expect(await ending).toMatchObject({ status: 'connected' })
  expect(leftovers()).toEqual(nothing)
})

test('where the popup has no opener, the answer comes by the channel', {
  tags: ['F05'],
}, async () => {
  const connect = start()
  const ending = connect.open()
  last().popup.opener = null
  finish()
  expect(await ending).toMatchObject({ status: 'connected' })
})

test('the popup closes itself once it is heard', async () => {
  const connect = start()
  const ending = connect.open()
  finish()
  await ending
  vi.useRealTimers()
  await vi.waitUntil(() => last().popup.closed, patient)
})

test.each<[Record<string, string>, object]>([
  [{ error: 'access_denied' }, { status: 'failed', error: { code: 'access_denied' } }],
  [
    { error: 'user_manually_returned_to_application' },
    { status: 'cancelled', reason: 'returned_to_app' },
  ],
  [{ user_id: 'u' }, { status: 'failed', error: { code: 'invalid_response' } }],
  [
    { code, error: 'x' },
    { status: 'failed', error: { code: 'invalid_response' } },
  ],
])(
  'the answer %o ends it with %o and exchanges nothing',
  { tags: ['F17', 'F18'] },
  async (params, ending) => {
    const exchange = vi.fn()
    const connect = start({ exchange })
    const settled = connect.open()
    finish(params)
    expect(await settled).toMatchObject(ending)
    expect(exchange).not.toHaveBeenCalled()
    expect(leftovers()).toEqual(nothing)
  },
)

test('repeats are acknowledged, others dropped, and one exchange is all there is', {
  tags: ['F13', 'T08'],
}, async () => {
  const exchange = vi.fn(() => new Promise<never>(() => {}))
  const connect = start({ exchange })
  void connect.open()
  const { popup, state, token } = last()
  const acknowledged: string[] = []
  popup.addEventListener('message', ({ data }) => acknowledged.push(`window ${data.id}`))
  const channel = new popup.BroadcastChannel(channelName(token))
  channel.onmessage = ({ data }) => acknowledged.push(`channel ${data.id}`)
  const say = async (id: string) => {
    const known = heard(id)
    channel.postMessage(messageOf(state, id))
    postFrom(popup, messageOf(state, id))
    await known
  }
  await say('first')
  await say('first')
  await say('second')
  postFrom(popup, messageOf('wrong', 'third'))
  await heard('third')
  await vi.waitUntil(() => acknowledged.length >= 4, patient)
  expect(acknowledged.sort()).toEqual([
    'channel first',
    'channel first',
    'window first',
    'window first',
  ])
  expect(exchange).toHaveBeenCalledTimes(1)
  expect(connect.getSession().status).toBe('exchanging')
  connect.cancel()
})

test('another session’s answer from our own popup is state_mismatch', {
  tags: ['F16'],
}, async () => {
  const exchange = vi.fn()
  const connect = start({ exchange })
  const ending = connect.open()
  const { popup } = last()
  finish({ code }, popup, { ...last(), state: 'x'.repeat(43) })
  expect(await ending).toMatchObject({ status: 'failed', error: { code: 'state_mismatch' } })
  expect(exchange).not.toHaveBeenCalled()
  expect(leftovers()).toEqual(nothing)
  expect(popup.closed).toBe(true)
})

test('our token from an iframe, another window or a script of the page is dropped', {
  tags: ['T05', 'T14', 'F15'],
}, async () => {
  const exchange = vi.fn(async (_: FullGrant) => 'data')
  const connect = start({ exchange })
  const ending = connect.open()
  const { popup, state } = last()
  const evil = (id: string) => messageOf(state, id, { code: 'evil' })
  const frame = document.body.appendChild(document.createElement('iframe'))
  const sender = {
    frame: frame.contentWindow as Realm,
    other: blankWindow(),
    page: window as Realm,
  }
  for (const [id, realm] of Object.entries(sender)) {
    const known = heard(id)
    postFrom(realm, evil(id))
    await known
  }
  const { origin } = location
  dispatchEvent(new MessageEvent('message', { data: evil('forged'), origin, source: popup }))
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  finish()
  await ending
  expect(exchange.mock.calls.map(([full]) => full.code)).toEqual([code])
})

test('channels of other names are not ours', { tags: ['T15'] }, async () => {
  const exchange = vi.fn(async (_: FullGrant) => 'data')
  const connect = start({ exchange })
  const ending = connect.open()
  const { state, token } = last()
  const other = blankWindow()
  const names = ['', 'smartcar-connect', 'smartcar-connect:', `smartcar-connect:${token.slice(1)}`]
  for (const name of [...names, channelName('guess'), token]) {
    new other.BroadcastChannel(name).postMessage(messageOf(state, '1', { code: 'evil' }))
  }
  finish()
  await ending
  expect(exchange.mock.calls.map(([full]) => full.code)).toEqual([code])
})

test('a thousand messages of others delay nothing but themselves', { tags: ['T27'] }, async () => {
  const connect = start()
  const ending = connect.open()
  const frame = document.body.appendChild(document.createElement('iframe'))
  const known = heard('999')
  for (let id = 0; id < 1000; id++) {
    postFrom(frame.contentWindow as Realm, messageOf(last().state, `${id}`))
  }
  await known
  expect(observed).toHaveLength(1)
  finish()
  expect(await ending).toMatchObject({ status: 'connected' })
})

test.each<[string, () => unknown]>([
  ['gives null', () => null],
  ['gives undefined', () => undefined],
  ['gives a closed window', () => ({ closed: true })],
  [
    'throws',
    () => {
      throw new Error('not here')
    },
  ],
])(
  'where window.open %s, it is popup_blocked at once and nothing is left',
  { tags: ['F01', 'F38'] },
  async (_, open) => {
    vi.spyOn(window, 'open').mockImplementation(open as typeof window.open)
    const connect = start()
    const ending = connect.open()
    expect(connect.getSession()).toMatchObject({
      status: 'failed',
      error: { code: 'popup_blocked' },
    })
    expect(leftovers()).toEqual(nothing)
    expect(await ending).toBe(connect.getSession())
  },
)

test('after a blocked popup, another click opens one', { tags: ['F01'] }, async () => {
  vi.spyOn(window, 'open').mockReturnValueOnce(null)
  const connect = start()
  await connect.open()
  const ending = connect.open()
  expect(connect.getSession().status).toBe('waiting')
  finish()
  expect(await ending).toMatchObject({ status: 'connected' })
})

test('in a sandbox of its own origin, it is popup_unsupported and nothing opens', {
  tags: ['F35'],
}, async () => {
  vi.stubGlobal('origin', 'null')
  expect(await start().open()).toMatchObject({ error: { code: 'popup_unsupported' } })
  expect(opened).toEqual([])
  expect(leftovers()).toEqual(nothing)
})

test('clicking ten times opens one popup, focuses it, and waits for one ending', {
  tags: ['F10'],
}, async () => {
  const connect = start()
  const endings = [connect.open()]
  const focus = vi.spyOn(last().popup, 'focus')
  for (let click = 0; click < 9; click++) endings.push(connect.open())
  expect(opened).toHaveLength(1)
  expect(focus).toHaveBeenCalledTimes(9)
  expect(new Set(endings).size).toBe(1)
  finish()
  await endings[0]
  expect(observed.filter(seen => (seen as Session).status === 'connected')).toHaveLength(1)
})

test('clicking during the exchange opens nothing', { tags: ['F10'] }, async () => {
  let answer = (_: string) => {}
  const connect = start({
    exchange: () =>
      new Promise<string>(resolve => {
        answer = resolve
      }),
  })
  const ending = connect.open()
  finish()
  await until(connect, 'exchanging')
  expect(connect.open()).toBe(ending)
  expect(connect.retry()).toBe(ending)
  answer('data')
  expect(await ending).toMatchObject({ status: 'connected', data: 'data' })
  expect(opened).toHaveLength(1)
})

test('two connections on one page do not hear each other', { tags: ['F11'] }, async () => {
  const first = start({ exchange: async () => 'first' })
  const second = start({ exchange: async () => 'second' })
  const endings = [first.open(), second.open()]
  const [one = expect.fail(), two = expect.fail()] = opened
  const stateOf = ({ url }: { url: URL }) => ({
    ...last(),
    state: url.searchParams.get('state') ?? '',
  })
  finish({ code }, two.popup, stateOf(two))
  expect(await endings[1]).toMatchObject({ status: 'connected', data: 'second' })
  expect(first.getSession().status).toBe('waiting')
  finish({ code }, one.popup, stateOf(one))
  expect(await endings[0]).toMatchObject({ status: 'connected', data: 'first' })
  expect(leftovers()).toEqual(nothing)
})

test('a lost popup is superseded by a new one, whose token alone can win', async () => {
  const exchange = vi.fn(async (_: FullGrant) => 'data')
  const connect = start({ exchange })
  const first = connect.open()
  const old = last()
  loseWindow()
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'lost' })
  const second = connect.open()
  expect(await first).toEqual({ status: 'cancelled', reason: 'superseded' })
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  expect(last().token).not.toBe(old.token)
  const channel = new (blankWindow().BroadcastChannel)(channelName(old.token))
  channel.postMessage(messageOf(old.state, '1', { code: 'old' }))
  finish()
  expect(await second).toMatchObject({ status: 'connected' })
  expect(exchange.mock.calls.map(([full]) => full.code)).toEqual([code])
  expect(leftovers()).toEqual(nothing)
})

test('a popup closed a moment ago is not focused but replaced', { tags: ['F10'] }, async () => {
  const connect = start()
  const first = connect.open()
  last().popup.close()
  void connect.open()
  expect(opened).toHaveLength(2)
  expect(await first).toEqual({ status: 'cancelled', reason: 'superseded' })
  connect.cancel()
})

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
  focused = true
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
  let answer = (_: string) => {}
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
  let answer = (_: string) => {}
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
  const fault = (name: string) => () => {
    throw new Error(name)
  }
  const connect = start({ onEvent: fault('event'), onSuccess: fault('success') })
  const stop = connect.subscribe(fault('listener'))
  const heardOf: string[] = []
  connect.subscribe(() => heardOf.push(connect.getSession().status))
  const ending = connect.open()
  finish()
  expect(await ending).toMatchObject({ status: 'connected' })
  expect(heardOf).toEqual(['waiting', 'exchanging', 'connected'])
  const names = reported.mock.calls.map(([error]) => error.message)
  const each = ['listener', 'event']
  expect(names).toEqual([...each, ...each, ...each, 'success'])
  expect(leftovers()).toEqual(nothing)
  stop()
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
