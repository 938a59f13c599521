// The two ways of an answer: who is heard on each, and who is told that it has arrived.

import { afterEach, expect, test, vi } from 'vitest'
import { createStateToken } from '../state/state-token.ts'
import { listen, listenOnChannel, type OnMessage } from './listen.ts'
import { channelName } from './message.ts'

type Realm = Window & typeof globalThis

const life = new AbortController()

afterEach(() => {
  life.abort()
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
  vi.restoreAllMocks()
})

function windowOf() {
  return document.body.appendChild(document.createElement('iframe')).contentWindow as Realm
}

function say(realm: Realm, message: unknown) {
  realm.eval('(target, message) => target.postMessage(message, origin)')(window, message)
}

function messageWith(id: string) {
  return { type: 'smartcar-connect', id, state: 'a-state', params: {} }
}

test('accepts the popup’s window messages alone, and tells the popup at our origin', {
  tags: ['T03', 'T05'],
}, async () => {
  const popup = windowOf()
  const told = vi.spyOn(popup, 'postMessage')
  const heard: string[] = []
  const token = createStateToken()
  const onMessage = vi.fn<OnMessage>(({ id }, acknowledge) => {
    heard.push(id)
    acknowledge()
  })
  listen(token, popup, onMessage, life.signal)
  say(windowOf(), messageWith('another'))
  say(popup, 'no message')
  say(popup, messageWith('popup'))
  await vi.waitUntil(() => heard.length > 0)
  expect(heard).toEqual(['popup'])
  function acknowledgement(id: string) {
    return { type: 'smartcar-connect-ack', id }
  }
  expect(told.mock.calls).toEqual([[acknowledgement('popup'), location.origin]])

  const channel = new BroadcastChannel(channelName(token))
  const answered = new Promise(resolve => {
    channel.onmessage = ({ data }) => resolve(data)
  })
  channel.postMessage('no message')
  channel.postMessage(messageWith('channel'))
  expect(await answered).toEqual(acknowledgement('channel'))
  expect(heard).toEqual(['popup', 'channel'])
  // What is no message of the redirect page was not passed on.
  expect(onMessage).toHaveBeenCalledTimes(2)
  // A message on the channel is acknowledged on the channel alone.
  expect(told).toHaveBeenCalledTimes(1)
  channel.close()
})

test('listens on a channel alone, until its signal is aborted', async () => {
  const heard: string[] = []
  const own = new AbortController()
  expect(listenOnChannel('a-hash', ({ id }) => heard.push(id), own.signal)).toBe(true)
  const channel = new BroadcastChannel(channelName('a-hash'))
  channel.postMessage(messageWith('first'))
  await vi.waitUntil(() => heard.length > 0)
  own.abort()
  channel.postMessage(messageWith('late'))
  // A channel of the same name hears it, so the first one would have as well.
  const witness = new BroadcastChannel(channelName('a-hash'))
  const passed = new Promise(resolve => {
    witness.onmessage = resolve
  })
  channel.postMessage(messageWith('last'))
  await passed
  expect(heard).toEqual(['first'])
  channel.close()
  witness.close()
})

test('says so where channels are forbidden', { tags: ['F30'] }, () => {
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      constructor() {
        throw new DOMException('not here', 'SecurityError')
      }
    },
  )
  expect(listenOnChannel('a-hash', () => {}, life.signal)).toBe(false)
  vi.unstubAllGlobals()
})
