// What accompanies an open popup: the record for a reload, and a listener for a hosted redirect page.

// The origin of this test plays the part of the hosted page.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countClick } from '../test/count-click.ts'
import { createConnect } from './connect.ts'
import type { FullGrant } from './grant.ts'
import type { EndpointOptions } from './options/connect-options.ts'
import { recordKey } from './resume/session-record.ts'
import { hashOf } from './state/read-state.ts'
import { createStateToken } from './state/state-token.ts'

type Realm = Window & typeof globalThis

const redirectUri = `${location.origin}/redirect.html`
let state: string
let popup: Realm
let stored: { mock: { calls: unknown[][] } }

beforeEach(() => {
  // A real window of this origin, which speaks with its own voice.
  popup = document.body.appendChild(document.createElement('iframe')).contentWindow as Realm
  vi.spyOn(window, 'open').mockImplementation(url => {
    state = new URL(`${url}`).searchParams.get('state') ?? ''
    return popup
  })
  stored = vi.spyOn(Storage.prototype, 'setItem')
})
afterEach(() => {
  vi.restoreAllMocks()
  popup.frameElement?.remove()
  sessionStorage.clear()
})

function start(options: Partial<EndpointOptions<string>>) {
  const exchange = vi.fn(async (_: FullGrant) => 'data')
  const connectOrigin = location.origin
  const connect = createConnect<string>({ clientId: 'app', connectOrigin, exchange, ...options })
  return { connect, exchange }
}

// It listens for the hosted page, if at all, before it stores the record.
async function accompanied() {
  await vi.waitUntil(() => stored.mock.calls.length > 0)
  await new Promise(resolve => setTimeout(resolve))
}

// As the hosted page says it, and from where; resolves once this page has heard it, and whoever
// believes it has acted on it.
async function hostedSays(result: object): Promise<void> {
  const heard = new Promise(resolve => {
    addEventListener('message', resolve, { once: true })
  })
  const message = { name: 'SmartcarAuthMessage', state, ...result }
  popup.eval('(target, message) => target.postMessage(message, origin)')(window, message)
  await heard
  await import('./late.ts')
  await new Promise(resolve => setTimeout(resolve))
}

test('with a redirect page of the app’s own, the hosted one is not believed', {
  tags: ['T19'],
}, async () => {
  const { connect, exchange } = start({ redirectUri })
  void connect.open()
  await accompanied()
  await hostedSays({ code: 'evil' })
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  connect.cancel()
  expect(exchange).not.toHaveBeenCalled()
})

test('with a session of the server’s, the hosted page is not believed', {
  tags: ['T19'],
}, async () => {
  const token = createStateToken()
  const url = `${location.origin}/oauth/authorize?state=${token}`
  vi.spyOn(window, 'fetch').mockImplementation(async () =>
    Response.json({ url, state: token, expiresInMs: 900_000 }),
  )
  countClick(true)
  const { connect, exchange } = start({ session: '/api/session' })
  void connect.open()
  await accompanied()
  await hostedSays({ code: 'evil' })
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  connect.cancel()
  expect(exchange).not.toHaveBeenCalled()
})

test('by the unsafe option, the hosted page’s answer counts', { tags: ['T19'] }, async () => {
  const { connect, exchange } = start({ redirectUri, unsafeHostedRedirect: true, state: 'mine' })
  const ending = connect.open()
  await accompanied()
  await hostedSays({ code: 'a-code' })
  expect(await ending).toMatchObject({ status: 'connected' })
  expect(exchange.mock.calls.map(([grant]) => grant)).toEqual([{ code: 'a-code', state: 'mine' }])
})

test('without a redirect URI there is only the hosted page to answer', {
  tags: ['F19'],
}, async () => {
  const { connect, exchange } = start({ responseType: 'none' })
  const ending = connect.open()
  await accompanied()
  await hostedSays({ userId: 'a-user' })
  expect(await ending).toMatchObject({ status: 'connected', grant: { userId: 'a-user' } })
  expect(exchange).toHaveBeenCalledOnce()
})

test('while the popup is open, this tab holds the hash of its token for a reload', {
  tags: ['F08'],
}, async () => {
  const { connect } = start({ redirectUri })
  void connect.open()
  await accompanied()
  const text = sessionStorage.getItem(recordKey) ?? ''
  expect(JSON.parse(text)).toMatchObject({ hash: await hashOf(state) })
  expect(text).not.toContain(state)
  connect.cancel()
  expect({ ...sessionStorage }).toEqual({})
})

test('cancelled while the record is being made, it leaves none', { tags: ['F52'] }, async () => {
  let finish: () => void = () => {}
  const hashed = new Promise<ArrayBuffer>(resolve => {
    finish = () => resolve(new ArrayBuffer(32))
  })
  const hashing = vi.spyOn(crypto.subtle, 'digest').mockReturnValue(hashed)
  const { connect } = start({ redirectUri })
  void connect.open()
  await vi.waitUntil(() => hashing.mock.calls.length > 0)
  connect.cancel()
  finish()
  await accompanied()
  expect({ ...sessionStorage }).toEqual({})
})

test('cancelled before that, it does not touch the record of another', {
  tags: ['F52'],
}, async () => {
  const first = start({ redirectUri }).connect
  void first.open()
  first.cancel()
  const second = start({ redirectUri }).connect
  void second.open()
  await accompanied()
  expect(stored.mock.calls).toHaveLength(1)
  expect(JSON.parse(sessionStorage.getItem(recordKey) ?? '')).toMatchObject({
    hash: await hashOf(state),
  })
  second.cancel()
})

test('after cancel(), the hosted page is heard no more and nothing is sent', {
  tags: ['F14'],
}, async () => {
  const { connect, exchange } = start({ redirectUri, unsafeHostedRedirect: true })
  void connect.open()
  await accompanied()
  connect.cancel()
  await hostedSays({ code: 'too-late' })
  expect(exchange).not.toHaveBeenCalled()
})
