// What the redirect page must not do, in windows whose timers, closing and secrets the test holds.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { packageFolder } from '../../test/package-folder.ts'
import { type ConnectMessage, channelName } from '../popup/message.ts'
import { recordKey } from '../resume/session-record.ts'
import { hashOf } from '../state/read-state.ts'
import { createStateToken } from '../state/state-token.ts'
import type * as Redirect from './finish-connect.ts'

type Realm = Window & typeof globalThis

// A page without a policy of its own.
const plainPath = `${packageFolder}/package.json`
const code = 'canary-code-9c3d'
const patient = { timeout: 40_000 }

let token: string
let popup: Realm
let channels: BroadcastChannel[]
let faults: unknown[]

beforeEach(() => {
  token = createStateToken()
  channels = []
  faults = []
})
afterEach(() => {
  popup.close()
  for (const channel of channels) channel.close()
  sessionStorage.clear()
  expect(faults).toEqual([])
})

// Runs the page's function in a window where it never closes and its timers wait for the test.
async function finishIn(query: string, prepare: (realm: Realm) => void = () => {}) {
  popup = window.open(plainPath + query, '_blank', 'popup') as Realm
  function isReady() {
    return popup.location.pathname === plainPath && popup.document.readyState === 'complete'
  }
  await vi.waitUntil(isReady, patient)
  const timers: { run: () => void; ms: number }[] = []
  const close = vi.fn()
  Object.assign(popup, {
    close,
    setTimeout: (run: (...given: unknown[]) => void, ms: number, ...given: unknown[]) =>
      timers.push({ run: () => run(...given), ms }),
  })
  for (const fault of ['error', 'unhandledrejection']) {
    popup.addEventListener(fault, event => faults.push(event))
  }
  prepare(popup)
  const path = `${packageFolder}/src/redirect-page/finish-connect.ts`
  const module: typeof Redirect = await popup.eval('path => import(path)')(path)
  module.finishConnect()
  function repeat() {
    return timers.find(({ ms }) => ms === 300)?.run()
  }
  return { repeat, close, status: () => popup.document.documentElement.dataset.smartcarConnect }
}

function listenTo(name: string) {
  const channel = new BroadcastChannel(channelName(name))
  const heard: unknown[] = []
  channel.onmessage = ({ data }) => heard.push(data)
  channels.push(channel)
  return { channel, heard }
}

// Resolves when all that the window has said on this channel so far has been heard.
async function caughtUp(name: string, heard: unknown[]) {
  new popup.BroadcastChannel(channelName(name)).postMessage('last')
  await vi.waitUntil(() => heard.at(-1) === 'last', patient)
  heard.pop()
}

test('a state with nothing beside it is an answer too, and ends the waiting', {
  tags: ['F18'],
}, async () => {
  const { heard } = listenTo(token)
  const { status } = await finishIn(`?state=${token}`)
  expect(status()).toBe('sending')
  await vi.waitUntil(() => heard.length, patient)
  expect(heard).toEqual([expect.objectContaining({ state: token, params: {} })])
})

test('acknowledged once, it listens no more, on neither way', { tags: ['F13'] }, async () => {
  const { channel, heard } = listenTo(token)
  const { close, status } = await finishIn(`?code=${code}&state=${token}`)
  await vi.waitUntil(() => heard.length, patient)
  const { id } = heard[0] as ConnectMessage
  const acknowledgement = { type: 'smartcar-connect-ack', id }
  channel.postMessage(acknowledgement)
  await vi.waitUntil(() => status() === 'done', patient)
  expect(close).toHaveBeenCalledOnce()
  const known = new Promise(resolve => {
    popup.addEventListener('message', resolve)
  })
  popup.postMessage(acknowledgement, location.origin)
  await known
  expect(close).toHaveBeenCalledOnce()
  const knownOnChannel = new Promise(resolve => {
    new popup.BroadcastChannel(channelName(token)).onmessage = resolve
  })
  channel.postMessage(acknowledgement)
  await knownOnChannel
  expect(close).toHaveBeenCalledOnce()
})

test('without a hash, it speaks on no channel beside the token’s', {
  tags: ['F32', 'T15'],
}, async () => {
  const own = listenTo(token)
  const known = ['undefined', '', 'null'].map(name => ({ name, ...listenTo(name) }))
  const { repeat } = await finishIn(`?code=${code}&state=${token}`, realm => {
    Object.defineProperty(realm.crypto, 'subtle', { value: undefined })
  })
  await vi.waitUntil(() => own.heard.length === 1, patient)
  repeat()
  await vi.waitUntil(() => own.heard.length === 2, patient)
  for (const { name, heard } of known) {
    await caughtUp(name, heard)
    expect(heard).toEqual([])
  }
})

test('the record of a page that was not left is no way back, and nothing is left in it', {
  tags: ['F08'],
}, async () => {
  const hash = (await hashOf(token)) ?? ''
  const record = JSON.stringify({ hash, createdMs: Date.now(), owner: 'app' })
  const { heard } = listenTo(hash)
  const { repeat } = await finishIn(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem(recordKey, record)
  })
  await vi.waitFor(() => {
    repeat()
    expect(heard).toContainEqual(expect.objectContaining({ params: { code } }))
  }, patient)
  expect(popup.location.pathname).toBe(plainPath)
  expect(popup.sessionStorage.getItem(recordKey)).toBe(record)
})
