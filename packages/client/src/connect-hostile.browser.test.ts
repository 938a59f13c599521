// What a session is told by others: repeats, other sessions, frames, windows and crowds.

import { expect, test, vi } from 'vitest'
import { nothing } from '../test/count-leftovers.ts'
import {
  blankWindow,
  code,
  finish,
  heard,
  last,
  leftovers,
  messageOf,
  observed,
  patient,
  postFrom,
  type Realm,
  start,
  until,
} from '../test/provider-windows.ts'
import type { FullGrant } from './grant.ts'
import { channelName } from './popup/message.ts'

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
  async function say(id: string) {
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
  await until(connect, 'exchanging')
  expect(exchange).toHaveBeenCalledTimes(1)
  // The message with a wrong state came when the answer was there already.
  expect(observed).toMatchObject([{ status: 'waiting' }, { status: 'exchanging' }])
  expect(popup.closed).toBe(false)
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
  function evil(id: string) {
    return messageOf(state, id, { code: 'evil' })
  }
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
