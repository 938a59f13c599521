// A session that is resumed: the tab was reloaded, or came back from Connect.

import { expect, test, vi } from 'vitest'
import { nothing } from '../../test/count-leftovers.ts'
import {
  base,
  faults,
  hash,
  hashChannel,
  leaveRecord,
  leftovers,
  loaded,
  messageOf,
  reload,
  stops,
  token,
} from '../../test/reloaded-page.ts'
import { createConnect } from '../connect.ts'
import type { FullGrant } from '../grant.ts'
import { tokenLifeMs } from '../popup/watch.ts'
import { hashOf } from '../state/read-state.ts'
import { createStateToken, wireState } from '../state/state-token.ts'
import { recordKey, type SessionRecord } from './session-record.ts'

const lost = { status: 'waiting', popup: 'lost' }

test('loaded anew while the popup is open, it waits on, and connects with the answer', {
  tags: ['F08'],
}, async () => {
  await leaveRecord()
  const { connect, exchange } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  const { channel, acknowledged } = hashChannel()
  channel.postMessage(messageOf(token, 'a-code'))
  await vi.waitFor(() => expect(connect.getSession().status).toBe('connected'))
  expect(exchange.mock.calls.map(([grant]) => grant)).toEqual([{ code: 'a-code' }])
  await vi.waitFor(() => {
    expect(acknowledged).toEqual([{ type: 'smartcar-connect-ack', id: '1,2' }])
  })
  expect(leftovers()).toEqual(nothing)
  expect({ ...sessionStorage }).toEqual({})
})

test('another connection’s session is not taken up', { tags: ['F11'] }, async () => {
  await leaveRecord()
  const other = reload({ clientId: 'another-app' })
  const own = reload()
  await vi.waitFor(() => expect(own.connect.getSession()).toEqual(lost))
  await loaded()
  expect(other.connect.getSession()).toEqual({ status: 'idle' })
})

test('on the channel of the hash, another session’s answer is dropped', {
  tags: ['T02'],
}, async () => {
  await leaveRecord()
  const { connect, exchange } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  const { channel, acknowledged } = hashChannel()
  for (const state of [createStateToken(), hash, '', `${token}A`]) {
    channel.postMessage(messageOf(state, 'evil', state))
  }
  channel.postMessage(messageOf(token, 'a-code'))
  await vi.waitFor(() => expect(connect.getSession().status).toBe('connected'))
  expect(exchange.mock.calls.map(([grant]) => grant.code)).toEqual(['a-code'])
  await vi.waitFor(() => {
    expect(acknowledged).toEqual([{ type: 'smartcar-connect-ack', id: '1,2' }])
  })
})

test('what is no message is dropped without a word', { tags: ['F15'] }, async () => {
  await leaveRecord()
  const { connect } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  const { channel } = hashChannel()
  for (const data of [null, 'x', {}, { ...messageOf(token, 'evil'), params: 'x' }]) {
    channel.postMessage(data)
  }
  channel.postMessage(messageOf(token, 'a-code'))
  await vi.waitFor(() => expect(connect.getSession().status).toBe('connected'))
  // Rejections are reported after the tasks that caused them.
  vi.useRealTimers()
  await new Promise(resolve => setTimeout(resolve))
  expect(faults).toEqual([])
})

test('expires when the token does, and leaves nothing', { tags: ['F57'] }, async () => {
  await leaveRecord({}, tokenLifeMs - 60_000)
  const { connect } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  vi.advanceTimersByTime(30_000)
  expect(connect.getSession()).toEqual(lost)
  vi.advanceTimersByTime(30_000)
  expect(connect.getSession()).toMatchObject({ status: 'failed', error: { code: 'expired' } })
  expect(leftovers()).toEqual(nothing)
  expect({ ...sessionStorage }).toEqual({})
})

test('cancelled, it leaves no timer, no channel and no record', { tags: ['F52'] }, async () => {
  await leaveRecord()
  const { connect } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  expect(leftovers()).toEqual({ channels: 2, listeners: 0, timers: 1 })
  connect.cancel()
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
  expect(leftovers()).toEqual(nothing)
  expect({ ...sessionStorage }).toEqual({})
})

test('its end does not touch the record of a session that came after it', {
  tags: ['F11'],
}, async () => {
  await leaveRecord()
  const { connect } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  await leaveRecord({ hash: 'another session’s' })
  const before = sessionStorage.getItem(recordKey)
  connect.cancel()
  expect(sessionStorage.getItem(recordKey)).toBe(before)
})

test.each<[string, Partial<SessionRecord>]>([
  ['popup is open', {}],
  ['tab has its answer', { returnTo: '/', answer: 'TOKEN' }],
])(
  'a record whose %s but whose token is too old is deleted, and no session',
  { tags: ['F57'] },
  async (_, it) => {
    const answer = it.answer ? { answer: messageOf(token, 'a-code') } : {}
    await leaveRecord({ ...it, ...answer }, tokenLifeMs)
    const { connect, exchange } = reload()
    await vi.waitFor(() => expect({ ...sessionStorage }).toEqual({}))
    await loaded()
    expect(connect.getSession()).toEqual({ status: 'idle' })
    expect(exchange).not.toHaveBeenCalled()
    expect(leftovers()).toEqual(nothing)
  },
)

test('the answer left for this tab is deleted as it is read, and connects', {
  tags: ['T20'],
}, async () => {
  const appState = '~~~???¿'
  const state = wireState(token, appState)
  await leaveRecord({ returnTo: '/garage', answer: messageOf(state, 'a-code') })
  const { connect, exchange } = reload({ state: 'of this page, not of the one that asked' })
  await vi.waitFor(() => expect(connect.getSession().status).not.toBe('idle'))
  expect({ ...sessionStorage }).toEqual({})
  await vi.waitFor(() => expect(connect.getSession().status).toBe('connected'))
  expect(exchange.mock.calls.map(([grant]) => grant)).toEqual([{ code: 'a-code', state: appState }])
  expect(leftovers()).toEqual(nothing)
})

test('whoever comes Back from Connect without an answer finds the page as it was', async () => {
  await leaveRecord({ returnTo: '/' })
  const { connect } = reload()
  await vi.waitFor(() => expect({ ...sessionStorage }).toEqual({}))
  await loaded()
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(leftovers()).toEqual(nothing)
})

test('nobody goes on with a session who has stopped watching', { tags: ['F47'] }, async () => {
  await leaveRecord()
  const connect = createConnect({ ...base, exchange: async () => 'data' })
  connect.subscribe(() => {})()
  const watching = reload()
  await vi.waitFor(() => expect(watching.connect.getSession()).toEqual(lost))
  await loaded()
  expect(connect.getSession()).toEqual({ status: 'idle' })
})

test('a click before the record is read begins anew, and stays so', { tags: ['F10'] }, async () => {
  vi.spyOn(window, 'open').mockReturnValue({ closed: false, close() {}, focus() {} } as Window)
  await leaveRecord()
  const { connect } = reload()
  void connect.open()
  await loaded()
  await loaded()
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
})

test('where this tab may store nothing, watching still works', { tags: ['F30'] }, () => {
  vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('not here', 'SecurityError')
  })
  const { connect } = reload()
  expect(connect.getSession()).toEqual({ status: 'idle' })
})

test.each<[string, unknown]>([
  [
    'where channels are forbidden',
    class {
      constructor() {
        throw new DOMException('not here', 'SecurityError')
      }
    },
  ],
  ['where there are no channels', undefined],
])(
  '%s, nobody waits for an answer that cannot come',
  { tags: ['F30', 'F31'] },
  async (_, BroadcastChannel) => {
    vi.stubGlobal('BroadcastChannel', BroadcastChannel)
    const reported = vi.spyOn(window, 'reportError')
    await leaveRecord()
    const { connect } = reload()
    await loaded()
    expect(connect.getSession()).toEqual({ status: 'idle' })
    expect(reported).not.toHaveBeenCalled()
    expect(leftovers().timers).toBe(0)
  },
)

test.each<[string, string, boolean]>([
  ['takes the answer out of the address of an app that stands in for its redirect page', '', true],
  ['leaves the address of another page alone', '/other', false],
])('%s', { tags: ['F43'] }, async (_, more, isOurs) => {
  const { href, origin, pathname } = location
  const query = `?${new URLSearchParams({ code: 'canary', state: wireState(token, 'x') })}`
  history.replaceState(null, '', pathname + query)
  const reported = vi.spyOn(window, 'reportError').mockImplementation(() => {})
  const { connect } = reload({ redirectUri: origin + pathname + more })
  await loaded()
  expect(location.search).toBe(isOurs ? '' : query)
  expect(reported.mock.calls).toEqual(isOurs ? [[expect.any(TypeError)]] : [])
  expect(String(reported.mock.calls[0])).not.toContain('canary')
  expect(connect.getSession()).toEqual({ status: 'idle' })
  history.replaceState(null, '', href)
})

test('another site’s redirect page at the same path says nothing about this address', {
  tags: ['F43', 'T50'],
}, async () => {
  const { href, pathname } = location
  const query = `?${new URLSearchParams({ code: 'canary', state: token })}`
  history.replaceState(null, '', pathname + query)
  reload({ redirectUri: `https://elsewhere.example${pathname}` })
  await loaded()
  await vi.advanceTimersByTimeAsync(500)
  expect(location.search).toBe(query)
  history.replaceState(null, '', href)
})

test('an address with a state that is none of ours stays as it is', { tags: ['F43'] }, async () => {
  const { href, origin, pathname } = location
  history.replaceState(null, '', `${pathname}?state=another`)
  const reported = vi.spyOn(window, 'reportError').mockImplementation(() => {})
  reload({ redirectUri: origin + pathname })
  await loaded()
  expect(location.search).toBe('?state=another')
  expect(reported).not.toHaveBeenCalled()
  history.replaceState(null, '', href)
})

test('a session of the server’s is taken up by what the server knows it by', {
  tags: ['F08'],
}, async () => {
  const fetched = vi
    .spyOn(window, 'fetch')
    .mockImplementation(async () => Response.json({ cars: 1 }))
  const options = { session: '/api/session', exchange: '/api/exchange' }
  await leaveRecord({}, 0, { clientId: undefined, redirectUri: undefined, ...options })
  const connect = createConnect(options)
  const stop = connect.subscribe(() => {})
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  const { channel } = hashChannel()
  channel.postMessage(messageOf(token, 'a-code'))
  await vi.waitFor(() => expect(connect.getSession().status).toBe('connected'))
  const exchanges = fetched.mock.calls.filter(([address]) => address === options.exchange)
  const sent = exchanges.map(([, init]) => new Headers(init?.headers))
  expect(sent.map(headers => headers.get('Idempotency-Key'))).toEqual([token])
  expect(leftovers()).toEqual(nothing)
  stop()
})

test('a token of ours is not what the backend knows the exchange by', {
  tags: ['T32'],
}, async () => {
  const fetched = vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json({}))
  const record = { returnTo: '/garage', answer: messageOf(token, 'a-code') }
  await leaveRecord(record, 0, { exchange: '/api/exchange' })
  const connect = createConnect({ ...base, exchange: '/api/exchange' })
  stops.push(connect.subscribe(() => {}))
  await vi.waitFor(() => expect(connect.getSession().status).toBe('connected'))
  const key = new Headers(fetched.mock.calls[0]?.[1]?.headers).get('Idempotency-Key')
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(key).not.toBe(token)
})

test('what was asked for decides, not what this page would ask for', {
  tags: ['F19'],
}, async () => {
  const { params: _, ...answer } = messageOf(token, '')
  await leaveRecord({
    address: 'https://connect.smartcar.com/oauth/reauthenticate?response_type=vehicle_id',
    returnTo: '/garage',
    answer: { ...answer, params: { vehicle_id: 'a-car' } },
  })
  const { connect, exchange } = reload()
  await vi.waitFor(() => expect(connect.getSession().status).toBe('connected'))
  expect(exchange.mock.calls.map(([grant]) => grant.vehicleId)).toEqual(['a-car'])
})

test('cancelled while the answer is judged, it sends nothing', { tags: ['F52'] }, async () => {
  const exchange = vi.fn(async (_: FullGrant) => 'data')
  await leaveRecord({ returnTo: '/garage', answer: messageOf(token, 'a-code') })
  const { connect } = reload({
    exchange,
    // It is told to wait before the answer is looked at.
    onEvent: ({ status }) => status === 'waiting' && connect.cancel(),
  })
  await vi.waitFor(() => expect(connect.getSession().status).toBe('cancelled'))
  await loaded()
  await hashOf('')
  expect(exchange).not.toHaveBeenCalled()
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
  expect(leftovers()).toEqual(nothing)
})

test.each<[string, () => string]>([
  ['another session’s', () => createStateToken()],
  ['one with a damaged app state', () => `${token}.%`],
])(
  '%s answer in this tab ends the session and is not used',
  { tags: ['T02'] },
  async (_, stateOf) => {
    await leaveRecord({ returnTo: '/garage', answer: messageOf(stateOf(), 'evil') })
    const { connect, exchange } = reload()
    await vi.waitFor(() => {
      const error = expect.objectContaining({ code: 'invalid_response' })
      expect(connect.getSession()).toEqual({ status: 'failed', error })
    })
    expect(exchange).not.toHaveBeenCalled()
    expect(leftovers()).toEqual(nothing)
  },
)

test('a record without an address is none', { tags: ['F15'] }, async () => {
  const reported = vi.spyOn(window, 'reportError')
  await leaveRecord({ address: 'nonsense' })
  const { connect } = reload()
  await loaded()
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(reported).not.toHaveBeenCalled()
  expect(leftovers()).toEqual(nothing)
})

test('an answer after a long sleep is expired, though no timer has fired', {
  tags: ['F28'],
}, async () => {
  await leaveRecord()
  const { connect, exchange } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  vi.setSystemTime(Date.now() + tokenLifeMs)
  hashChannel().channel.postMessage(messageOf(token, 'a-code'))
  await vi.waitFor(() => expect(connect.getSession().status).toBe('failed'))
  expect(connect.getSession()).toMatchObject({ error: { code: 'expired' } })
  expect(exchange).not.toHaveBeenCalled()
})

test('with its answer at hand, it opens no channel', async () => {
  await leaveRecord({ returnTo: '/garage', answer: messageOf(token, 'a-code') })
  const { connect } = reload({ exchange: () => new Promise<never>(() => {}) })
  await vi.waitFor(() => expect(connect.getSession().status).toBe('exchanging'))
  expect(leftovers().channels).toBe(0)
})

test('what lies in this tab and is no message ends the session, after it is told to wait', {
  tags: ['F15'],
}, async () => {
  const seen: string[] = []
  await leaveRecord({ returnTo: '/garage', answer: { state: token } })
  const { connect } = reload({ onEvent: ({ status }) => seen.push(status) })
  await vi.waitFor(() => expect(connect.getSession().status).toBe('failed'))
  expect(connect.getSession()).toMatchObject({ error: { code: 'invalid_response' } })
  expect(seen).toEqual(['waiting', 'failed'])
})

test('also where nothing may be stored, and where the redirect URI has a query', {
  tags: ['F43'],
}, async () => {
  const { href, origin, pathname } = location
  const query = `?${new URLSearchParams({ code: 'canary', state: token })}`
  history.replaceState(null, '', pathname + query)
  const reported = vi.spyOn(window, 'reportError').mockImplementation(() => {})
  vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('not here', 'SecurityError')
  })
  reload({ redirectUri: `${origin}${pathname}?from=smartcar` })
  await loaded()
  expect(location.search).toBe('')
  expect(reported.mock.calls).toEqual([[expect.any(TypeError)]])
  vi.mocked(window.reportError).mockRestore()
  history.replaceState(null, '', href)
})
