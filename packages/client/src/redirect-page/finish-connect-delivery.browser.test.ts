// How the redirect page hands the answer over: to whom, how often, and until when.

import { expect, test } from 'vitest'
import {
  acknowledge,
  channel,
  code,
  eventually,
  onChannel,
  openPage,
  openPlain,
  posted,
  repeatsMs,
  shownBy,
  statusOf,
  token,
  untilStatus,
} from '../../test/redirect-windows.ts'
import { channelName } from '../popup/message.ts'

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
  function forbid() {
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

test('scripts in the place of its functions do not stop the rest', { tags: ['F65'] }, async () => {
  function throwing() {
    throw new Error('a script of somebody else')
  }
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.addEventListener = throwing
    realm.removeEventListener = throwing
    realm.close = () => {}
    let spoken = 0
    const { postMessage } = realm.BroadcastChannel.prototype
    realm.BroadcastChannel.prototype.postMessage = function (this: BroadcastChannel, message) {
      spoken++
      if (spoken === 1) throwing()
      postMessage.call(this, message)
    }
  })
  expect(statusOf(popup)).toBe('sending')
  for (const { run, ms } of timers.values()) if (ms === 300) run()
  expect(posted).toMatchObject([{ message: { params: { code } } }])
  acknowledge(await eventually(() => onChannel[0]))
  await untilStatus(popup, 'done')
})

test('an opener whose postMessage throws hears it on the channel', { tags: ['F65'] }, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.close = () => {}
    const opener = {
      postMessage() {
        throw new Error('a script of somebody else')
      },
    }
    Object.defineProperty(realm, 'opener', { value: opener })
  })
  for (const { run, ms } of timers.values()) if (ms === 300) run()
  acknowledge(await eventually(() => onChannel[1]))
  await untilStatus(popup, 'done')
})
