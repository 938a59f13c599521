// The two ways of an answer: whose word is asked for on each, and who gets to hear that it came.

import { afterEach, expect, test, vi } from 'vitest'
import { createStateToken } from '../state-token.ts'
import { listen, type OnMessage } from './listen.ts'
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

test('asks for the popup’s word, whoever speaks, and tells the popup at our origin', {
  tags: ['T03', 'T05'],
}, async () => {
  const popup = windowOf()
  const told = vi.spyOn(popup, 'postMessage')
  const heard: unknown[] = []
  const onMessage: OnMessage = ({ data }, source, acknowledge) => {
    heard.push([data, source === popup])
    acknowledge('an-id')
  }
  const token = createStateToken()
  listen(token, () => popup, onMessage, life.signal)
  say(windowOf(), 'another')
  say(popup, 'popup')
  await vi.waitUntil(() => heard.length === 2)
  expect(heard).toEqual([
    ['another', true],
    ['popup', true],
  ])
  const acknowledgement = { type: 'smartcar-connect-ack', id: 'an-id' }
  expect(told.mock.calls).toEqual(Array(2).fill([acknowledgement, location.origin]))
  const channel = new BroadcastChannel(channelName(token))
  const answered = new Promise(resolve => {
    channel.onmessage = ({ data }) => resolve(data)
  })
  channel.postMessage('channel')
  expect(await answered).toEqual(acknowledgement)
  expect(heard.at(-1)).toEqual(['channel', false])
  // On the channel it is told on the channel alone.
  expect(told).toHaveBeenCalledTimes(2)
  channel.close()
})
