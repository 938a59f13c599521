// Scripts of others in the place of the browser's functions: they get what they expect, and what they throw breaks no session.

import { expect, test, vi } from 'vitest'
import {
  code,
  finish,
  heard,
  last,
  messageOf,
  patient,
  postFrom,
  start,
  until,
} from '../../test/provider-windows.ts'
import { channelName } from './message.ts'

function throwing(): never {
  throw new Error('a script of somebody else')
}

test('an address that a payment script looks into opens a popup', { tags: ['F65'] }, async () => {
  const { open } = window
  vi.stubGlobal('open', (address: string, ...rest: string[]) =>
    address.match(/payments/) ? null : open(address, ...rest),
  )
  const connect = start()
  void connect.open()
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  connect.cancel()
})

test('a session connects where listening for window messages throws', {
  tags: ['F65'],
}, async () => {
  vi.spyOn(window, 'addEventListener').mockImplementation(throwing)
  const connect = start()
  void connect.open()
  finish()
  expect(await until(connect, 'connected')).toMatchObject({ data: 'data' })
})

test('a session connects where channels throw', { tags: ['F65', 'F30'] }, async () => {
  vi.stubGlobal('BroadcastChannel', throwing)
  const connect = start()
  void connect.open()
  const { popup, state } = last()
  postFrom(popup, messageOf(state))
  expect(await until(connect, 'connected')).toMatchObject({ data: 'data' })
})

test('an answer counts where telling the popup of it throws', { tags: ['F65'] }, async () => {
  const exchange = vi.fn(async () => 'data')
  const connect = start({ exchange })
  void connect.open()
  const { popup, state } = last()
  popup.postMessage = throwing
  const known = heard('1,2')
  postFrom(popup, messageOf(state))
  await known
  expect(await until(connect, 'connected')).toMatchObject({ data: 'data' })
  expect(exchange).toHaveBeenCalledOnce()
})

test('an answer counts where telling the channel of it throws', { tags: ['F65'] }, async () => {
  const connect = start()
  void connect.open()
  const { popup, state, token } = last()
  const channel = new popup.BroadcastChannel(channelName(token))
  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(throwing)
  channel.postMessage(messageOf(state, '3,4', { code }))
  await vi.waitUntil(() => connect.getSession().status === 'connected', patient)
  channel.close()
})

test.each(['close', 'focus', 'closed'] as const)(
  'a window whose `%s` throws keeps no session from ending',
  {
    tags: ['F65'],
  },
  async name => {
    vi.spyOn(window, 'reportError').mockImplementation(() => {})
    const { open } = window
    vi.stubGlobal('open', (...args: Parameters<typeof open>) => {
      let isOpening = true
      queueMicrotask(() => {
        isOpening = false
      })
      return new Proxy(open(...args) as Window, {
        get(popup, field) {
          if (field === name && !isOpening) throwing()
          const value = Reflect.get(popup, field)
          return typeof value === 'function' ? value.bind(popup) : value
        },
      })
    })
    const connect = start()
    const first = connect.open()
    await Promise.resolve()
    const second = connect.open()
    connect.cancel()
    expect((await first).status).toBe('cancelled')
    expect(await second).toEqual({ status: 'cancelled', reason: 'aborted' })
    expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
  },
)

test('a popup that answers for another session ends it where closing the popup throws', {
  tags: ['F65', 'F16'],
}, async () => {
  const reported = vi.spyOn(window, 'reportError').mockImplementation(() => {})
  const connect = start()
  const ending = connect.open()
  const { popup } = last()
  const close = vi.spyOn(popup, 'close').mockImplementation(throwing)
  postFrom(popup, messageOf('x'.repeat(43)))
  expect(await ending).toMatchObject({ status: 'failed', error: { code: 'state_mismatch' } })
  expect(reported).toHaveBeenCalledWith(expect.any(Error))
  close.mockRestore()
})
