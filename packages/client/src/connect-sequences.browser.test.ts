// What no order of events, honest or hostile, may bring about.

// The popups are frames: real windows that post their own messages, and cheap enough to open
// thousands of them.

import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { countLeftovers, type Leftovers, nothing } from '../test/count-leftovers.ts'
import { type Connect, createConnect } from './connect.ts'
import type { FullGrant } from './grant.ts'
import { channelName } from './popup/message.ts'
import { isSettled } from './session.ts'

type Realm = Window & typeof globalThis
/** What a test knows of one popup. Codes of its provider begin with its state. */
type Attempt = { state: string; openedMs: number; frame: HTMLIFrameElement; realm: Realm }
type Outcome = 'works' | 'fails' | 'hangs'

const minuteMs = 60_000
const exact = setTimeout
const RealChannel = BroadcastChannel

let connect: Connect<string>
let leftovers: () => Leftovers
let attempts: Attempt[] = []
let endings: Promise<unknown>[] = []
let isBlocked = false
let isBack = false
let outcome: Outcome = 'works'
// Who was stopped by the app, and may not send anything any more.
let stopped = new Set<string>()
// How often the app itself asked for another exchange.
let retries = 0
// Codes that were said in time, and those that were not, or by somebody else.
let timely = new Set<string>()
let worthless = new Set<string>()
let sent: { code: string; atMs: number }[] = []
let broken: string[] = []
let reached = new Set<string>()

beforeAll(() => import('./late.ts'))
beforeEach(() => {
  vi.useFakeTimers()
  leftovers = countLeftovers()
  vi.spyOn(document, 'hasFocus').mockImplementation(() => isBack)
  vi.spyOn(window, 'open').mockImplementation(url => {
    if (isBlocked) return null
    const frame = document.body.appendChild(document.createElement('iframe'))
    const realm = frame.contentWindow as Realm
    const state = new URL(`${url}`).searchParams.get('state') ?? ''
    attempts.push({ state, openedMs: Date.now(), frame, realm })
    return realm
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

function begin() {
  attempts = []
  endings = []
  isBlocked = false
  isBack = false
  outcome = 'works'
  stopped = new Set()
  retries = 0
  timely = new Set()
  worthless = new Set()
  sent = []
  broken = []
  connect = createConnect<string>({
    clientId: 'app',
    redirectUri: `${location.origin}/redirect.html`,
    exchange,
    onEvent: ({ status }) => reached.add(status),
  })
}

// The backend. Whatever reaches it is judged on the spot.
async function exchange({ code = '' }: FullGrant): Promise<string> {
  const state = code.split('~')[0] ?? ''
  const first = sent.find(one => one.code.startsWith(state))
  if (state !== attempts.at(-1)?.state) broken.push('a code without the newest token')
  if (worthless.has(code)) broken.push('a code that came too late, or from somebody else')
  if (stopped.has(state)) broken.push('a code of a session that was stopped')
  if (first && first.code !== code) broken.push('two codes for one token')
  if (first && retries === 0) broken.push('a code twice, with nobody asking')
  if (first && Date.now() - first.atMs >= 10 * minuteMs) broken.push('a code after its life')
  if (first) retries -= 1
  sent.push({ code, atMs: Date.now() })
  if (outcome === 'hangs') return new Promise(() => {})
  if (outcome === 'fails') throw new Error('down')
  return code
}

function message(state: string, id: string, params: Record<string, string>) {
  return { type: 'smartcar-connect', id, state, params }
}

function nextTask() {
  return new Promise(resolve => exact(resolve))
}

// From that window; resolves when the page has heard it.
async function post(realm: Realm, data: unknown) {
  if (realm.closed) return
  const probe = `${Math.random()}`
  const heard = new Promise<void>(resolve => {
    function onMessage(event: MessageEvent) {
      if (event.data !== probe) return
      EventTarget.prototype.removeEventListener.call(window, 'message', onMessage as EventListener)
      resolve()
    }
    EventTarget.prototype.addEventListener.call(window, 'message', onMessage as EventListener)
  })
  const speak = realm.Function('target', 'data', 'target.postMessage(data, origin)')
  speak(window, data)
  speak(window, probe)
  await heard
}

// On that channel; resolves when everybody on it has heard it.
async function broadcast(name: string, data: unknown) {
  const listening = new RealChannel(name)
  const speaking = new RealChannel(name)
  await new Promise(resolve => {
    listening.onmessage = resolve
    speaking.postMessage(data)
  })
  listening.close()
  speaking.close()
}

// The redirect page of that attempt speaks: `how` tells the way, and which of two answers it is.
async function answer(attempt: Attempt | undefined, how: number, error?: string) {
  if (!attempt) return
  const { state, openedMs, realm } = attempt
  const id = `${how % 2}`
  const code = `${state}~${id}`
  if (how >= 2 && realm.closed) return
  // What was said in time may be used later: the page repeats itself until it is heard, and what
  // reads the answer may still have to load.
  const isLate = Date.now() - openedMs >= 15 * minuteMs
  if (!isLate) timely.add(code)
  else if (!timely.has(code)) worthless.add(code)
  const data = message(state, id, error ? { error } : { code })
  if (how < 2) await broadcast(channelName(state), data)
  else await post(realm, data)
}

// Somebody who knows even the token, but is not our popup.
async function steal(realm: Realm) {
  const state = attempts.at(-1)?.state ?? ''
  const code = `${state}~stolen`
  worthless.add(code)
  await post(realm, message(state, '9', { code }))
}

/** Everything that can happen. The number is for those that come in kinds. */
const steps: Record<string, (kind: number) => unknown> = {
  open: () => endings.push(connect.open()),
  'click twice': () => endings.push(connect.open(), connect.open()),
  retry() {
    const { status } = connect.getSession()
    if (status === 'failed') retries += 1
    endings.push(connect.retry())
  },
  cancel() {
    for (const { state } of attempts) stopped.add(state)
    connect.cancel()
  },
  reset() {
    if (isSettled(connect.getSession())) for (const { state } of attempts) stopped.add(state)
    connect.reset()
  },
  answer: kind => answer(attempts.at(-1), kind),
  'two answers': kind =>
    Promise.all([answer(attempts.at(-1), kind), answer(attempts.at(-1), 3 - kind)]),
  'answer of an earlier popup': kind => answer(attempts.at(-2), kind),
  denied: kind => answer(attempts.at(-1), kind, 'access_denied'),
  'back to the app': kind => answer(attempts.at(-1), kind, 'user_manually_returned_to_application'),
  'the backend changes': kind => {
    outcome = (['works', 'fails', 'hangs', 'works'] as const)[kind] ?? 'works'
  },
  'popups are blocked': kind => {
    isBlocked = kind === 0
  },
  'close the popup': () => attempts.at(-1)?.frame.remove(),
  'come and go': kind => {
    isBack = kind > 0
  },
  wait: kind => vi.advanceTimersByTime([250, 2_000, 20_000, 4 * minuteMs][kind] ?? 0),
  // The clock goes on, the timers do not.
  sleep: kind => vi.setSystemTime(Date.now() + kind * 8 * minuteMs),
  'hostile: the token from another window': async () => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    await steal(frame.contentWindow as Realm)
    frame.remove()
  },
  'hostile: the token from the page itself': () => steal(window as Realm),
  'hostile: an event made by a script': () => {
    const { state = '', realm: source = null } = attempts.at(-1) ?? {}
    const code = `${state}~forged`
    worthless.add(code)
    const data = message(state, '9', { code })
    dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source }))
  },
  'hostile: channels with names of other kinds': async kind => {
    const { state = '' } = attempts.at(-1) ?? {}
    const name = ['smartcar-connect', '', `smartcar-connect:${state}x`, state][kind] ?? ''
    const code = `${state}~elsewhere`
    worthless.add(code)
    await broadcast(name, message(state, '9', { code }))
  },
  'hostile: our popup with another state': async kind => {
    const attempt = attempts.at(-1)
    if (!attempt) return
    const { state, realm } = attempt
    const wrong = ['', state.slice(1), `${state}.`, state.toLowerCase()][kind] ?? ''
    if (wrong === state) return
    const code = `${state}~misdirected`
    worthless.add(code)
    await post(realm, message(wrong, '9', { code }))
  },
  'hostile: something else from our popup': async kind => {
    const attempt = attempts.at(-1)
    const odd = [null, { type: 'smartcar-connect' }, [], message('', '', {})][kind]
    const data = kind === 3 ? { ...Object(odd), extra: true } : odd
    if (attempt) await post(attempt.realm, data)
  },
}

// Whatever is still going on comes to its end.
async function finish() {
  // The exchange's deadline, then the token's end; each may bring another.
  for (const ms of [20_000, 15 * minuteMs, 20_000, 15 * minuteMs]) {
    vi.advanceTimersByTime(ms)
    await nextTask()
  }
  const session = connect.getSession()
  if (session.status !== 'idle' && !isSettled(session)) broken.push(`for ever ${session.status}`)
  // Far longer than it takes: a busy machine is slow, not wrong.
  const wait = new Promise(resolve => exact(resolve, 20_000, 'late'))
  const settled = Promise.all(endings).then(() => 'settled')
  if ((await Promise.race([settled, wait])) === 'late') broken.push('a promise for ever open')
  expect(leftovers()).toEqual(nothing)
}

const names = Object.keys(steps)
const honest = names.filter(name => !name.startsWith('hostile'))
const step = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('open', 'answer') },
    { weight: 4, arbitrary: fc.constantFrom(...honest) },
    { weight: 3, arbitrary: fc.constantFrom(...names) },
  ),
  fc.nat(3),
)

// Orders that failed once: while the part that reads the answer is loaded anew, the app stops.
const known = ['cancel', 'reset'].map((stop): [[string, number][]] => [
  [
    ['open', 0],
    ['denied', 0],
    ['wait', 3],
    ['retry', 0],
    [stop, 0],
  ],
])

test('no order of events exchanges twice, without the exact token, or never ends', {
  tags: ['T05', 'T08', 'T14', 'F13', 'F14'],
  timeout: 120_000,
}, async ({ signal }) => {
  reached = new Set()
  const anyOrder = fc.asyncProperty(
    fc.array(step, { minLength: 3, maxLength: 25 }),
    async order => {
      // After its time is up nothing may go on: the windows would be real ones.
      signal.throwIfAborted()
      begin()
      for (const [name, kind] of order) {
        await steps[name]?.(kind)
        await nextTask()
      }
      await finish()
      for (const { frame } of attempts) frame.remove()
      expect(broken).toEqual([])
    },
  )
  // To find a shorter order that fails as well, take out `endOnFailure`.
  await fc.assert(anyOrder, { numRuns: 200, endOnFailure: true, examples: known })
  // Orders that never got anywhere would show nothing.
  expect([...reached].sort()).toEqual([
    'cancelled',
    'connected',
    'exchanging',
    'failed',
    'idle',
    'waiting',
  ])
})
