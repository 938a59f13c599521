// The redirect page in windows of its own, as it is shipped and under its own policy.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ConnectMessage, channelName } from '../popup/message.ts'
import { hashOf } from '../read-state.ts'
import { createStateToken } from '../state-token.ts'
import type * as Redirect from './finish-connect.ts'

type Realm = Window & typeof globalThis

// By this name, Vite leaves the addresses of files alone.
const here = import.meta.url
const packagePath = new URL('../..', here).pathname
// Served as it is, with nothing of the dev server in it.
const redirectPath = `/@fs${packagePath}redirect.html`
// A page without a policy, for what the shipped one rightly forbids a test to do.
const plainPath = `/@fs${packagePath}package.json`
const code = 'canary-code-7e2b'

let token: string
let windows: Window[]
let channel: BroadcastChannel
let onChannel: ConnectMessage[]
let posted: { message: ConnectMessage; targetOrigin: unknown }[]
let faults: unknown[]

beforeEach(() => {
  token = createStateToken()
  windows = []
  onChannel = []
  posted = []
  faults = []
  channel = new BroadcastChannel(channelName(token))
  channel.onmessage = ({ data }) => onChannel.push(data)
  // The popups call this; what is not ours passes.
  vi.spyOn(window, 'postMessage').mockImplementation((message, targetOrigin) => {
    posted.push({ message, targetOrigin })
  })
})
afterEach(() => {
  expect(faults).toEqual([])
  channel.close()
  for (const opened of windows) opened.close()
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
  vi.restoreAllMocks()
  sessionStorage.clear()
})

// Windows take their time on a busy machine; nothing here depends on how long.
const patient = { timeout: 40_000 }
function eventually<T>(look: () => T) {
  return vi.waitUntil(look, patient)
}

function openAt(address: string): Realm {
  const popup = window.open(address, '_blank', 'popup') as Realm
  windows.push(popup)
  return popup
}

function openPage(query: string | Record<string, string>): Realm {
  return openAt(`${redirectPath}?${new URLSearchParams(query)}`)
}

function statusOf(realm: Realm): string | undefined {
  return realm.document.documentElement.dataset.smartcarConnect
}

function untilStatus(realm: Realm, status: string) {
  return vi.waitFor(() => {
    expect(statusOf(realm)).toBe(status)
    expect(realm.document.readyState).toBe('complete')
  }, patient)
}

function shownBy(realm: Realm): string[] {
  const paragraphs = [...realm.document.querySelectorAll('p')]
  return paragraphs
    .filter(paragraph => realm.getComputedStyle(paragraph).display !== 'none')
    .map(paragraph => paragraph.textContent)
}

// Runs the page's function in a window where its timers wait for the test.
async function openPlain(query: string, prepare: (realm: Realm) => void = () => {}) {
  const popup = openAt(plainPath + query)
  await eventually(
    () => popup.location.pathname === plainPath && popup.document.readyState === 'complete',
  )
  const timers = new Map<number, { run: () => void; ms: number }>()
  Object.assign(popup, {
    setTimeout: (run: (...given: unknown[]) => void, ms: number, ...given: unknown[]) =>
      timers.set(timers.size + 1, { run: () => run(...given), ms }).size,
    clearTimeout: (timer: number) => timers.delete(timer),
  })
  for (const fault of ['error', 'unhandledrejection']) {
    popup.addEventListener(fault, event => faults.push(event))
  }
  prepare(popup)
  const path = new URL('./finish-connect.ts', here).pathname
  const module: typeof Redirect = await popup.eval('path => import(path)')(path)
  module.finishConnect()
  return { popup, timers }
}

// When it repeats itself: soon at first, then every three seconds for a minute.
const repeatsMs = [
  300,
  900,
  2_700,
  ...Array.from({ length: 19 }, (_, more) => 5_700 + 3_000 * more),
]

function acknowledge({ id }: { id: string }) {
  channel.postMessage({ type: 'smartcar-connect-ack', id })
}

test('says what it was told, on the channel first, and closes once it is heard', async () => {
  const popup = openPage({ code, user_id: 'u', state: token, unknown: 'x' })
  const message = await eventually(() => onChannel[0])
  expect(message).toEqual({
    type: 'smartcar-connect',
    id: expect.any(String),
    state: token,
    params: { code, user_id: 'u' },
  })
  acknowledge(message)
  await eventually(() => popup.closed)
})

test('takes the code out of the address and the history, and loads nothing', {
  tags: ['T20', 'T23'],
}, async () => {
  const popup = openPage({ code, state: token })
  await untilStatus(popup, 'sending')
  expect(popup.location.href).toBe(location.origin + redirectPath)
  expect(popup.history.length).toBe(1)
  expect(popup.performance.getEntriesByType('resource')).toEqual([])
  expect(JSON.stringify({ ...popup.sessionStorage, ...popup.localStorage })).not.toContain(code)
  expect(popup.name).toBe('')
  expect(popup.document.documentElement.outerHTML).not.toContain(code)
})

test('opened without an answer, there is nothing to do', { tags: ['F39'] }, async () => {
  for (const query of ['', 'utm_source=mail', 'Code=x']) {
    const popup = openPage(query)
    await untilStatus(popup, 'empty')
    expect(shownBy(popup)).toEqual([expect.stringContaining('nothing to do')])
  }
})

test('reloaded, it has nothing left to send', { tags: ['F40', 'T20'] }, async () => {
  const popup = openPage({ code, state: token })
  await untilStatus(popup, 'sending')
  popup.location.reload()
  await untilStatus(popup, 'empty')
  expect(popup.location.search).toBe('')
})

test('framed, it refuses, says so, and sends nothing', { tags: ['T21'] }, async () => {
  const frame = document.createElement('iframe')
  frame.src = `${redirectPath}?${new URLSearchParams({ code, state: token })}`
  document.body.append(frame)
  const realm = frame.contentWindow as Realm
  await untilStatus(realm, 'refused')
  expect(shownBy(realm)).toEqual([expect.stringContaining('Nothing was passed on')])
  expect(realm.location.search).toBe('')
  // What a channel or window had been sent before this would have come before it.
  const after = new realm.BroadcastChannel(channelName(token))
  after.postMessage('after')
  await eventually(() => onChannel.length)
  expect(onChannel).toEqual(['after'])
  expect(posted).toEqual([])
})

test('in an origin that is not its address’s, it refuses and sends nothing', {
  tags: ['T22'],
}, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    Object.assign(realm, { origin: 'null' })
  })
  expect(statusOf(popup)).toBe('refused')
  expect(timers.size).toBe(0)
  expect(onChannel).toEqual([])
})

const long = 'x'.repeat(2049)
test.each<[string, string]>([
  ['two codes', 'code=a&code=b'],
  ['two equal codes', 'code=a&code=a'],
  ['a code and an empty one', 'code=a&code='],
  ['two errors', 'error=a&error=b'],
  ['two of what goes along', 'code=a&user_id=u&user_id=v'],
  ['a code too long', `code=${long}`],
  ['a description too long', `error=access_denied&error_description=${long}`],
  ['a query too long', `code=a&other=${'x'.repeat(8192)}`],
])('%s: our state comes with no parameters at all', { tags: ['T12', 'T13'] }, async (_, query) => {
  openPage(`${query}&state=${token}`)
  const message = await eventually(() => onChannel[0])
  expect(message.state).toBe(token)
  expect(message.params).toEqual({})
  acknowledge(message)
})

test('odd characters arrive as they are, as text', { tags: ['T13'] }, async () => {
  const odd = '\0\r\n\u2028<b>&amp;%00\ufffd'
  openPage({ code: odd, state: token, make: '' })
  const message = await eventually(() => onChannel[0])
  expect(message.params).toEqual({ code: odd, make: '' })
  acknowledge(message)
})

test('parameters with the names of machinery stay where they are', { tags: ['T28'] }, async () => {
  openPage(`code=c&__proto__=x&constructor=y&toString=z&state=${token}`)
  const message = await eventually(() => onChannel[0])
  expect(Object.getOwnPropertyNames(message.params)).toEqual(['code'])
  acknowledge(message)
})

test.each([
  ['two states', `state=TOKEN&state=TOKEN`],
  ['two different states', `state=TOKEN&state=${'x'.repeat(43)}`],
  ['no state', ''],
  ['an empty state', 'state='],
  ['a state without a token', 'state=undefined'],
  ['a state too long', `state=TOKEN.${'x'.repeat(2048)}`],
])(
  'with %s, the code goes nowhere, least of all to a name that anyone knows',
  { tags: ['T06', 'T12', 'T13', 'T15'] },
  async (_, query) => {
    const heard: unknown[] = []
    const known = ['', 'undefined', await hashOf('')].map(name => {
      const open = new BroadcastChannel(channelName(name ?? ''))
      open.onmessage = ({ data }) => heard.push(data)
      return open
    })
    openPage(`code=${code}&${query.replaceAll('TOKEN', token)}`)
    const [{ message } = expect.fail()] = await eventually(() => posted.length && posted)
    // The opener is told, so that it can end with `state_mismatch`.
    expect(message.params).toEqual({})
    expect(message.state).not.toBe(token)
    for (const open of known) open.close()
    expect(JSON.stringify([heard, onChannel, posted])).not.toContain(code)
  },
)

test('the window hears it only after the channel was not heard, and at our origin', {
  tags: ['T03', 'T16'],
}, async () => {
  const { timers } = await openPlain(`?code=${code}&state=${token}`)
  await eventually(() => onChannel.length)
  expect(posted).toEqual([])
  const times = [...timers.values()].map(({ ms }) => ms)
  expect(times.sort((a, b) => a - b)).toEqual([...repeatsMs, 10_000, 60_000].sort((a, b) => a - b))
  for (const { run, ms } of timers.values()) if (repeatsMs.includes(ms)) run()
  await eventually(() => onChannel.length === 1 + repeatsMs.length)
  // On the channel of the token, and on both from then on; always the same message.
  expect(posted.map(({ targetOrigin }) => targetOrigin)).toEqual(
    repeatsMs.map(() => location.origin),
  )
  const ids = [...onChannel, ...posted.map(({ message }) => message)].map(({ id }) => id)
  expect(new Set(ids).size).toBe(1)
})

test('acknowledged, it stops repeating itself and leaves no timer', { tags: ['F13'] }, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.close = () => {}
  })
  const message = await eventually(() => onChannel[0])
  acknowledge(message)
  await untilStatus(popup, 'done')
  expect(timers.size).toBe(0)
})

test('another’s acknowledgement is none', { tags: ['F13'] }, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.close = () => {}
  })
  const message = await eventually(() => onChannel[0])
  for (const other of [null, 'x', {}, { type: 'smartcar-connect-ack' }, { id: message.id }]) {
    channel.postMessage(other)
  }
  acknowledge({ id: `${message.id}0` })
  const foreign = {
    data: { type: 'smartcar-connect-ack', id: message.id },
    origin: 'https://evil.example',
  }
  popup.dispatchEvent(new popup.MessageEvent('message', foreign))
  // Whatever came before this on the channel, the page has heard.
  const last = new Promise(resolve => {
    new popup.BroadcastChannel(channelName(token)).onmessage = ({ data }) => {
      if (data === 'last') resolve(data)
    }
  })
  channel.postMessage('last')
  await last
  expect(statusOf(popup)).toBe('sending')
  expect(timers.size).toBe(2 + repeatsMs.length)
  acknowledge(message)
  await untilStatus(popup, 'done')
})

test('the window alone will do, and so will its acknowledgement', { tags: ['F31'] }, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.close = () => {}
    Object.assign(realm, { BroadcastChannel: undefined })
  })
  for (const { run, ms } of timers.values()) if (ms === 300) run()
  expect(onChannel).toEqual([])
  const [{ message } = expect.fail()] = posted
  expect(message).toMatchObject({ state: token, params: { code } })
  popup.postMessage({ type: 'smartcar-connect-ack', id: message.id }, location.origin)
  await untilStatus(popup, 'done')
})

test('unheard for 10 seconds, it says so; heard after that, it is done', {
  tags: ['F08'],
}, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.close = () => {}
  })
  for (const { run, ms } of timers.values()) if (ms <= 10_000) run()
  expect(statusOf(popup)).toBe('unreachable')
  acknowledge(await eventually(() => onChannel[0]))
  await untilStatus(popup, 'done')
})

test('unheard for a minute, it drops the answer and leaves nothing', {
  tags: ['F37'],
}, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`)
  for (const { run, ms } of timers.values()) if (ms === 60_000) run()
  expect(timers.size).toBe(0)
  acknowledge(await eventually(() => onChannel[0]))
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(statusOf(popup)).toBe('sending')
})

test('without an opener it speaks on the channel, and throws nothing', {
  tags: ['F05', 'F08'],
}, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.opener = null
    realm.close = () => {}
  })
  for (const { run, ms } of timers.values()) if (ms < 10_000) run()
  await eventually(() => onChannel.length === 6)
  expect(posted).toEqual([])
  expect(statusOf(popup)).toBe('sending')
})

test('a window that cannot close itself says that it can be closed', {
  tags: ['F07'],
}, async () => {
  const popup = openPage({ code, state: token })
  await untilStatus(popup, 'sending')
  popup.close = () => {}
  const message = await eventually(() => onChannel[0])
  acknowledge(message)
  await untilStatus(popup, 'done')
  expect(shownBy(popup)).toEqual([expect.stringContaining('You can close this window')])
})

test('what the browser forbids does not stop the rest', { tags: ['F30'] }, async () => {
  const forbid = () => {
    throw new DOMException('not here', 'SecurityError')
  }
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.history.replaceState = forbid
    Object.defineProperty(realm, 'sessionStorage', { get: forbid })
    Object.assign(realm, { BroadcastChannel: forbid })
  })
  expect(statusOf(popup)).toBe('sending')
  for (const { run, ms } of timers.values()) if (ms === 300) run()
  expect(posted).toMatchObject([{ message: { params: { code } } }])
})

test('shows fixed text, whatever the parameters say, and obeys its policy', {
  tags: ['T17'],
}, async () => {
  const payloads = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    "javascript:alert(1)//'",
    '{{constructor.constructor("alert(1)")()}}',
    '</p><iframe srcdoc=x>',
  ]
  const harmless = openPage({ error: 'access_denied', state: token })
  await untilStatus(harmless, 'sending')
  const golden = harmless.document.documentElement.outerHTML
  for (const payload of payloads) {
    const names = [
      'error_description',
      'make',
      'model',
      'virtual_key_url',
      'external_id',
      'user_id',
    ]
    const all = Object.fromEntries(names.map(name => [name, payload]))
    const popup = openPage({ ...all, error: payload, state: token })
    await untilStatus(popup, 'sending')
    expect(popup.document.documentElement.outerHTML).toBe(golden)
    expect(popup.document.scripts).toHaveLength(1)
  }
})

test('its policy forbids what is not its own', { tags: ['T23'] }, async () => {
  const popup = openPage('')
  await untilStatus(popup, 'empty')
  expect(() => popup.eval('1')).toThrow()
  const blocked: string[] = []
  popup.document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    blocked.push(effectiveDirective)
  })
  popup.document.body.append(Object.assign(popup.document.createElement('img'), { src: '/x.png' }))
  await vi.waitFor(() => expect(blocked).toContain('img-src'), patient)
})

test.each([
  'https://evil.example/',
  '//evil.example/',
  '\\\\evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://[',
])('a way back to %s is not taken', { tags: ['T18'] }, async returnTo => {
  const record = { hash: await hashOf(token), createdMs: Date.now(), owner: 'app', returnTo }
  const { popup } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem('smartcar-connect', JSON.stringify(record))
  })
  acknowledge(await eventually(() => onChannel[0]))
  await eventually(() => popup.closed)
  expect(JSON.stringify({ ...sessionStorage })).not.toContain(code)
})

test('the tab that left for Connect is returned to, with the answer left there for it', async () => {
  const returnTo = `${plainPath}?garage=1#cars`
  const record = { hash: await hashOf(token), createdMs: Date.now(), owner: 'app', returnTo }
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem('smartcar-connect', JSON.stringify(record))
  })
  await eventually(() => popup.location.hash === '#cars')
  expect(popup.location.pathname + popup.location.search).toBe(`${plainPath}?garage=1`)
  expect(timers.size).toBe(0)
  const left = JSON.parse(popup.sessionStorage.getItem('smartcar-connect') ?? '')
  expect(left).toMatchObject({ ...record, answer: { state: token, params: { code } } })
})

test('another session’s way back is not taken, and its record not touched', {
  tags: ['T02'],
}, async () => {
  const hash = await hashOf(createStateToken())
  const record = JSON.stringify({ hash, createdMs: Date.now(), owner: 'app', returnTo: '/' })
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem('smartcar-connect', record)
    realm.close = () => {}
  })
  const byHash = new BroadcastChannel(channelName((await hashOf(token)) ?? ''))
  const heard = new Promise(resolve => byHash.addEventListener('message', resolve, { once: true }))
  // It speaks on the channel of its hash once it has seen that no way back is its own.
  const repeat = setInterval(() => {
    for (const { run, ms } of timers.values()) if (ms === 300) run()
  })
  await heard
  clearInterval(repeat)
  byHash.close()
  expect(popup.location.pathname).toBe(plainPath)
  expect(popup.sessionStorage.getItem('smartcar-connect')).toBe(record)
})

test('where nothing can be left for the way back, the answer is spoken instead', {
  tags: ['F30'],
}, async () => {
  const hash = (await hashOf(token)) ?? ''
  const record = { hash, createdMs: Date.now(), owner: 'app', returnTo: '/elsewhere' }
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem('smartcar-connect', JSON.stringify(record))
    realm.Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  const heard: unknown[] = []
  const byHash = new BroadcastChannel(channelName(hash))
  byHash.onmessage = ({ data }) => heard.push(data)
  await vi.waitFor(() => {
    for (const { run, ms } of timers.values()) if (ms === 300) run()
    expect(heard).toContainEqual(expect.objectContaining({ params: { code } }))
  }, patient)
  byHash.close()
  expect(popup.location.pathname).toBe(plainPath)
})

test('a path of two slashes is cleaned of its query as well', { tags: ['T20'] }, async () => {
  const { popup } = await openPlain('', realm => {
    const address = `${location.origin}//app.example${plainPath}?code=${code}&state=${token}`
    realm.history.replaceState(null, '', address)
  })
  expect(popup.location.href).toBe(`${location.origin}//app.example${plainPath}`)
  acknowledge(await eventually(() => onChannel[0]))
})

test('the app’s own history state is kept', async () => {
  const { popup } = await openPlain(`?code=${code}&state=${token}#here`, realm => {
    realm.history.replaceState({ mine: 1 }, '')
  })
  expect(popup.history.state).toEqual({ mine: 1 })
  expect(popup.location.href).toBe(location.origin + plainPath)
  acknowledge(await eventually(() => onChannel[0]))
})
