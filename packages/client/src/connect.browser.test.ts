// A connection in a real browser: one click, its popup, and its answer.

import { expect, test, vi } from 'vitest'
import { nothing } from '../test/count-leftovers.ts'
import {
  blankWindow,
  code,
  finish,
  last,
  leftovers,
  loseWindow,
  messageOf,
  observed,
  opened,
  patient,
  start,
  until,
} from '../test/provider-windows.ts'
import type { FullGrant } from './grant.ts'
import { channelName } from './popup/message.ts'
import type { Session } from './session.ts'

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
  'where window.open %s, it ends at once and nothing is left',
  { tags: ['F01', 'F38', 'F65'] },
  async (how, open) => {
    const errorCode = how === 'throws' ? 'popup_failed' : 'popup_blocked'
    vi.spyOn(window, 'open').mockImplementation(open as typeof window.open)
    const connect = start()
    const ending = connect.open()
    expect(connect.getSession()).toMatchObject({
      status: 'failed',
      error: { code: errorCode, ...(how === 'throws' && { cause: expect.any(Error) }) },
    })
    expect(leftovers()).toEqual(nothing)
    expect(await ending).toBe(connect.getSession())
  },
)

test('what window.open throws is told without the state token', { tags: ['T32'] }, async () => {
  vi.spyOn(window, 'open').mockImplementation(url => {
    throw new Error(`blocked ${url}`)
  })
  const ending = await start().open()
  const { cause } = Object(Object(ending).error)
  expect(cause.message).toMatch(/blocked .*state=\[secret\]/)
  expect(`${cause.message} ${cause.stack}`).not.toMatch(/state=[\w-]{43}/)
})

test('a click without a redirect URI fails, and says what is missing', {
  tags: ['F67'],
}, async () => {
  const connect = start({ redirectUri: undefined })
  const ending = await connect.open()
  expect(ending).toMatchObject({
    status: 'failed',
    error: {
      code: 'popup_unsupported',
      cause: { message: expect.stringContaining('`redirectUri` is missing') },
    },
  })
  expect(opened).toEqual([])
})

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
  function stateOf({ url }: { url: URL }) {
    return {
      ...last(),
      state: url.searchParams.get('state') ?? '',
    }
  }
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
