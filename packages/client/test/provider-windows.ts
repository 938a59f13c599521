// For tests of a connection in a real browser, with real popups, channels and messages.

// The provider is replaced at `window.open`: a blank page of the same origin, which a test sends on
// or lets post messages.

import { afterEach, beforeEach, expect, vi } from 'vitest'
import { type Connect, createConnect } from '../src/connect.ts'
import type { EndpointOptions } from '../src/options/connect-options.ts'
import type { Session } from '../src/session.ts'
import { countLeftovers, type Leftovers } from './count-leftovers.ts'
import { packageFolder } from './package-folder.ts'

export type Realm = Window & typeof globalThis

export const redirectUri = `${location.origin}${packageFolder}/redirect.html`
export const code = 'canary-code-5d1f'
const openWindow = window.open.bind(window)
// Windows take their time on a busy machine; nothing here depends on how long.
export const patient = { timeout: 40_000 }

let windows: Realm[] = []
export let opened: { url: URL; target: unknown; features: unknown; popup: Realm }[] = []
export let leftovers: () => Leftovers
let focused = false
// Everything that an app can see of a session, to look for what it must not see.
export let observed: unknown[] = []

export function blankWindow(): Realm {
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

export function start<T = unknown>(options: Partial<EndpointOptions<T>> = {}): Connect<T> {
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
export function last() {
  const attempt = opened.at(-1) ?? expect.fail('no popup was opened')
  const state = attempt.url.searchParams.get('state') ?? ''
  return { ...attempt, state, token: state.slice(0, 43) }
}

// The provider sends the popup back to the redirect page.
export function finish(
  params: Record<string, string> = { code },
  popup = last().popup,
  { state } = last(),
) {
  popup.location.href = `${redirectUri}?${new URLSearchParams({ ...params, state })}`
}

export function messageOf(state: string, id = '1,2', params: Record<string, string> = { code }) {
  return { type: 'smartcar-connect', id, state, params }
}

// Posts to this page so that the sender really is that window.
export function postFrom(realm: Realm, message: unknown) {
  realm.eval('(target, message) => target.postMessage(message, origin)')(window, message)
}

// Resolves when this page has heard a message with this id, so that who should drop it has done so.
export function heard(id: string): Promise<void> {
  return new Promise(resolve => {
    function onMessage({ data }: MessageEvent) {
      if (data?.id !== id) return
      EventTarget.prototype.removeEventListener.call(window, 'message', onMessage as EventListener)
      resolve()
    }
    EventTarget.prototype.addEventListener.call(window, 'message', onMessage as EventListener)
  })
}

export function until<T>(connect: Connect<T>, status: Session['status']): Promise<Session<T>> {
  return new Promise(resolve => {
    function look() {
      const session = connect.getSession()
      if (session.status !== status) return
      stop()
      resolve(session)
    }
    const stop = connect.subscribe(look)
    look()
  })
}

export function loseWindow() {
  last().popup.close()
  vi.advanceTimersByTime(250)
}

/** The person is back on the page. */
export function comeBack() {
  focused = true
}

/** The popup is closed and the person is back: the session is cancelled. */
export function leave() {
  comeBack()
  loseWindow()
  vi.advanceTimersByTime(1250)
}
