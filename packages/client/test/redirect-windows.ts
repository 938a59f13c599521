// For tests of the redirect page in windows of its own, as it is shipped and under its own policy.

import { afterEach, beforeEach, expect, vi } from 'vitest'
import { type ConnectMessage, channelName } from '../src/popup/message.ts'
import type * as Redirect from '../src/redirect-page/finish-connect.ts'
import { createStateToken } from '../src/state/state-token.ts'
import { packageFolder } from './package-folder.ts'

export type Realm = Window & typeof globalThis

export const redirectPath = `${packageFolder}/redirect.html`
// A page without a policy, for what the shipped one rightly forbids a test to do.
export const plainPath = `${packageFolder}/package.json`
export const code = 'canary-code-7e2b'

export let token: string
let windows: Window[]
export let channel: BroadcastChannel
export let onChannel: ConnectMessage[]
export let posted: { message: ConnectMessage; targetOrigin: unknown }[]
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
export const patient = { timeout: 40_000 }
export function eventually<T>(look: () => T) {
  return vi.waitUntil(look, patient)
}

function openAt(address: string): Realm {
  const popup = window.open(address, '_blank', 'popup') as Realm
  windows.push(popup)
  return popup
}

export function openPage(query: string | Record<string, string>): Realm {
  return openAt(`${redirectPath}?${new URLSearchParams(query)}`)
}

export function statusOf(realm: Realm): string | undefined {
  return realm.document.documentElement.dataset.smartcarConnect
}

export function untilStatus(realm: Realm, status: string) {
  return vi.waitFor(() => {
    expect(statusOf(realm)).toBe(status)
    expect(realm.document.readyState).toBe('complete')
  }, patient)
}

export function shownBy(realm: Realm): string[] {
  const paragraphs = [...realm.document.querySelectorAll('p')]
  return paragraphs
    .filter(paragraph => realm.getComputedStyle(paragraph).display !== 'none')
    .map(paragraph => paragraph.textContent)
}

// Runs the page's function in a window where its timers wait for the test.
export async function openPlain(query: string, prepare: (realm: Realm) => void = () => {}) {
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
  const path = `${packageFolder}/src/redirect-page/finish-connect.ts`
  const module: typeof Redirect = await popup.eval('path => import(path)')(path)
  module.finishConnect()
  return { popup, timers }
}

// When it repeats itself: soon at first, then every three seconds for a minute.
export const repeatsMs = [
  300,
  900,
  2_700,
  ...Array.from({ length: 19 }, (_, more) => 5_700 + 3_000 * more),
]

export function acknowledge({ id }: { id: string }) {
  channel.postMessage({ type: 'smartcar-connect-ack', id })
}
