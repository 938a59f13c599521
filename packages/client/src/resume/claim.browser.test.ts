// Whose a session is, where several pages and connections could have it.

import { expect, test, vi } from 'vitest'
import { connectionOf } from '../../test/connection-of.ts'
import { nothing } from '../../test/count-leftovers.ts'
import {
  base,
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
import { claimSession, isAlive, keepSession } from './claim.ts'
import { keepRecord } from './keep-record.ts'
import { readRecord } from './session-record.ts'

const RealChannel = BroadcastChannel
const lost = { status: 'waiting', popup: 'lost' }

// Another tab of this app, by what it says about the session.
function anotherPage() {
  const channel = new RealChannel(`smartcar-connect-page:${hash}`)
  const heard: { word: string; id: string }[] = []
  let isAlive = true
  channel.onmessage = ({ data }) => {
    heard.push(data)
    if (isAlive && data.word === 'ask') channel.postMessage({ word: 'alive', id: data.id })
  }
  stops.push(() => channel.close())
  return {
    heard,
    freeze() {
      isAlive = false
    },
    say: (word: string, id: string) => channel.postMessage({ word, id }),
  }
}

test('a second connection leaves a session to the one that waits for it', {
  tags: ['F60'],
}, async () => {
  await leaveRecord()
  const first = reload()
  await vi.waitFor(() => expect(first.connect.getSession()).toEqual(lost))
  const second = reload()
  await vi.advanceTimersByTimeAsync(2_000)
  await loaded()
  expect(second.connect.getSession()).toEqual({ status: 'idle' })
  second.connect.cancel()
  expect(readRecord()?.hash).toBe(hash)
  hashChannel().channel.postMessage(messageOf(token, 'a-code'))
  await vi.waitFor(() => expect(first.connect.getSession().status).toBe('connected'))
  expect(second.exchange).not.toHaveBeenCalled()
})

test('a duplicated tab leaves a session to the page that is alive, and forgets it', {
  tags: ['F60'],
}, async () => {
  const { heard } = anotherPage()
  await leaveRecord()
  const { connect } = reload()
  await vi.waitFor(() => expect({ ...sessionStorage }).toEqual({}))
  expect(heard.map(({ word }) => word)).toEqual(['ask'])
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(leftovers()).toEqual(nothing)
})

test('a page that is frozen does not keep a session, and is told that it has lost it', {
  tags: ['F60'],
}, async () => {
  const other = anotherPage()
  other.freeze()
  await leaveRecord()
  const { connect } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  await vi.waitFor(() => expect(other.heard.map(({ word }) => word)).toEqual(['ask', 'taken']))
})

test('a page that was frozen ends its session when another has taken it', {
  tags: ['F60'],
}, async () => {
  const other = anotherPage()
  other.freeze()
  await leaveRecord()
  const { connect, exchange } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
  other.say('taken', 'another')
  await vi.waitFor(() => {
    expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'superseded' })
  })
  hashChannel().channel.postMessage(messageOf(token, 'a-code'))
  await loaded()
  expect(exchange).not.toHaveBeenCalled()
  expect(leftovers()).toEqual(nothing)
})

test.each([
  ['greater', '~', false],
  ['smaller', '!', true],
])(
  'of two pages that ask at once, one with a %s id makes this one go on: %s %s',
  {
    tags: ['F60'],
  },
  async (_, id, goesOn) => {
    const other = anotherPage()
    other.freeze()
    const session = new AbortController()
    const claimed = claimSession(hash, () => {}, session.signal)
    await vi.waitFor(() => expect(other.heard).toHaveLength(1))
    other.say('ask', id)
    await vi.waitFor(async () => expect(await Promise.race([claimed, undefined])).toBe(goesOn))
    const answered = other.heard.some(({ word, id: to }) => word === 'alive' && to === id)
    expect(answered).toBe(goesOn)
    session.abort()
  },
)

test('a page answers for the sessions that it keeps, until they end', {
  tags: ['F60'],
}, async () => {
  const session = new AbortController()
  keepSession(hash, () => {}, session.signal)
  expect(await isAlive(hash)).toBe(true)
  const other = anotherPage()
  other.freeze()
  other.say('ask', 'x')
  await vi.waitFor(() => expect(other.heard).toEqual([{ word: 'alive', id: 'x' }]))
  session.abort()
  const answer = isAlive(hash)
  await vi.advanceTimersByTimeAsync(400)
  expect(await answer).toBe(false)
  expect(leftovers()).toEqual(nothing)
})

test('an answer to somebody else’s question does not count', { tags: ['F60'] }, async () => {
  const other = anotherPage()
  other.freeze()
  const session = new AbortController()
  const claimed = claimSession(hash, () => {}, session.signal)
  await vi.waitFor(() => expect(other.heard).toHaveLength(1))
  other.say('alive', 'another')
  await vi.waitFor(async () => expect(await Promise.race([claimed, undefined])).toBe(true))
  session.abort()
})

test('a page answers for the session that was clicked in it', { tags: ['F60'] }, async () => {
  const session = new AbortController()
  const connection = connectionOf({ ...base, exchange: '/exchange' })
  const url = new URL('https://connect.smartcar.com/oauth/authorize')
  const { signal } = session
  await keepRecord({ token, url, connection, watched: [connection], signal }, () => {})
  const other = anotherPage()
  other.freeze()
  other.say('ask', 'x')
  await vi.waitFor(() => expect(other.heard).toEqual([{ word: 'alive', id: 'x' }]))
  session.abort()
})

test('where the browser does not tell how the page was visited, a session goes on all the same', {
  tags: ['F60', 'F65'],
}, async () => {
  vi.stubGlobal('performance', { now: () => performance.timeOrigin, getEntriesByType: undefined })
  const session = new AbortController()
  const claimed = claimSession(hash, () => {}, session.signal)
  await vi.advanceTimersByTimeAsync(400)
  expect(await claimed).toBe(true)
  session.abort()
})

test('a click while it asks begins anew, and stays so', { tags: ['F10', 'F61'] }, async () => {
  vi.spyOn(window, 'open').mockReturnValue({ closed: false, focus() {}, close() {} } as Window)
  await leaveRecord()
  const { connect } = reload()
  await loaded()
  void connect.open()
  await vi.advanceTimersByTimeAsync(500)
  await loaded()
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
})

test('cancelled while it asks, a session is taken by nobody', { tags: ['F52'] }, async () => {
  const session = new AbortController()
  const claimed = claimSession(hash, () => {}, session.signal)
  session.abort()
  expect(await claimed).toBe(false)
  expect(leftovers()).toEqual(nothing)
})

test('a component that is gone before the others have answered leaves nothing', {
  tags: ['F09'],
}, async () => {
  await leaveRecord()
  const { connect } = reload()
  const stop = stops.pop()
  await loaded()
  stop?.()
  await vi.advanceTimersByTimeAsync(400)
  await vi.waitFor(() => expect({ ...sessionStorage }).toEqual({}))
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(leftovers()).toEqual(nothing)
})

test.each([
  ['set back', 3_600_000],
  ['far ahead', -3_600_000],
])(
  'a clock %s neither keeps a session for ever nor sends an old answer',
  {
    tags: ['F71'],
  },
  async (_, aheadMs) => {
    await leaveRecord({ createdMs: Date.now() + aheadMs })
    const { connect } = reload()
    await loaded()
    await vi.advanceTimersByTimeAsync(500)
    await loaded()
    if (aheadMs < 0) return expect({ ...sessionStorage }).toEqual({})
    expect(connect.getSession()).toEqual(lost)
    await vi.advanceTimersByTimeAsync(900_000)
    expect(connect.getSession()).toMatchObject({ status: 'failed', error: { code: 'expired' } })
  },
)

test('another login does not go on with a session, and is told where it came back with an answer', {
  tags: ['T48'],
}, async () => {
  const appUser = 'ann'
  await leaveRecord({}, 0, { appUser })
  const silent = reload({ appUser: 'bob' })
  await vi.waitFor(() => expect({ ...sessionStorage }).toEqual({}))
  expect(silent.connect.getSession()).toEqual({ status: 'idle' })
  for (const stop of stops.splice(0)) stop()

  for (const other of ['bob', undefined]) {
    await leaveRecord({ returnTo: '/', answer: messageOf(token, 'a-code') }, 0, { appUser })
    const { connect, exchange } = reload({ appUser: other })
    await vi.waitFor(() => expect(connect.getSession().status).toBe('failed'))
    expect(connect.getSession()).toMatchObject({ error: { code: 'login_changed' } })
    expect(exchange).not.toHaveBeenCalled()
    expect({ ...sessionStorage }).toEqual({})
    for (const stop of stops.splice(0)) stop()
  }
})

test('the same login goes on with its session', { tags: ['T48'] }, async () => {
  await leaveRecord({ returnTo: '/', answer: messageOf(token, 'a-code') }, 0, { appUser: 'ann' })
  const { connect } = reload({ appUser: 'ann' })
  await vi.waitFor(() => expect(connect.getSession().status).toBe('connected'))
})

test('of two connections with the same options, the one that was clicked goes on', {
  tags: ['F59'],
}, async () => {
  for (const index of [0, 1]) {
    await leaveRecord({ place: [index, 2], returnTo: '/', answer: messageOf(token, 'a-code') })
    const pair = [reload(), reload()]
    await vi.waitFor(() => expect(pair[index]?.connect.getSession().status).toBe('connected'))
    await loaded()
    expect(pair[1 - index]?.connect.getSession()).toEqual({ status: 'idle' })
    expect(pair[1 - index]?.exchange).not.toHaveBeenCalled()
    for (const stop of stops.splice(0)) stop()
  }
})

test.each([
  ['of a session that a page waits for', true],
  ['of somebody else’s log-in', false],
])(
  'on any path, an answer %s is taken out of the address: %s',
  {
    tags: ['T50', 'F43'],
  },
  async (_, isOurs) => {
    const { href, origin, pathname } = location
    const query = `?${new URLSearchParams({ code: 'canary', state: token })}`
    if (isOurs) anotherPage()
    history.replaceState(null, '', pathname + query)
    const reported = vi.spyOn(window, 'reportError').mockImplementation(() => {})
    vi.spyOn(window, 'fetch').mockRejectedValue(new Error('no session needed'))
    reload({ ...base, redirectUri: undefined, clientId: undefined, session: '/api/session' })
    if (isOurs) await vi.waitFor(() => expect(location.search).toBe(''))
    await loaded()
    await vi.advanceTimersByTimeAsync(500)
    await loaded()
    expect(location.search).toBe(isOurs ? '' : query)
    expect(reported.mock.calls).toEqual(isOurs ? [[expect.any(TypeError)]] : [])
    history.replaceState(null, '', href)
    expect(location.origin).toBe(origin)
  },
)

test('a session whose other pages cannot be asked ends, and leaves nothing behind', {
  tags: ['F60', 'F65'],
}, async () => {
  await leaveRecord()
  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => {
    throw new Error('a script of somebody else')
  })
  const reported = vi.spyOn(window, 'reportError').mockImplementation(() => {})
  const { connect } = reload()
  await vi.waitFor(() => expect({ ...sessionStorage }).toEqual({}))
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(leftovers()).toEqual(nothing)
  expect(await isAlive(hash)).toBe(false)
  expect(reported).not.toHaveBeenCalled()
})

test('a connection whose options throw keeps no other from going on', {
  tags: ['F60', 'F64'],
}, async () => {
  await leaveRecord()
  let isBroken = false
  const broken = createConnect(() => {
    if (isBroken) throw new Error('from the app')
    return { ...base, exchange: '/another' }
  })
  isBroken = true
  stops.push(broken.subscribe(() => {}))
  const { connect } = reload()
  await vi.waitFor(() => expect(connect.getSession()).toEqual(lost))
})
