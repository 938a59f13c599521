// A page that uses `backend`: who can end its session, and what reaches the backend.

import { beforeEach, expect, test, vi } from 'vitest'
import { countClick } from '../../test/count-click.ts'
import { nothing } from '../../test/count-leftovers.ts'
import {
  blankWindow,
  heard,
  last,
  leftovers,
  messageOf,
  postFrom,
  type Realm,
  redirectUri,
} from '../../test/provider-windows.ts'
import { newAddress, sessionAnswer } from '../../test/session-answers.ts'
import { createConnect } from '../connect.ts'
import { channelName } from '../popup/message.ts'

beforeEach(() => countClick(true))

const mine = { user_id: 'a-person' }
const evil = { user_id: 'somebody-else' }

/** What is posted to the backend: sessions are answered, exchanges connect. */
function watchBackend() {
  const posts: [part: string, body: unknown, key: string | null][] = []
  vi.spyOn(window, 'fetch').mockImplementation(async (address, init) => {
    const part = `${address}`.split('/').at(-1) ?? ''
    if (part === 'session') return sessionAnswer()
    const key = new Headers(init?.headers).get('Idempotency-Key')
    posts.push([part, JSON.parse(`${init?.body}`), key])
    return Response.json(['a car'])
  })
  return posts
}

async function open() {
  const posts = watchBackend()
  const connect = createConnect<string[]>({ backend: newAddress() })
  const ending = connect.open()
  await vi.waitUntil(() => connect.getSession().status === 'waiting')
  return { connect, ending, posts, ...last() }
}

/** The provider sends the popup back to the redirect page, with this query. */
function comeBack(popup: Realm, query: string): void {
  popup.location.href = `${redirectUri}?${query}`
}

test('only the own popup ends it: no frame, no other window, no script', {
  tags: ['T05', 'T14', 'T01'],
}, async () => {
  const { ending, posts, popup, state } = await open()
  const frame = document.body.appendChild(document.createElement('iframe'))
  const senders = { frame: frame.contentWindow as Realm, other: blankWindow(), page: window }
  for (const [id, realm] of Object.entries(senders)) {
    const known = heard(id)
    postFrom(realm as Realm, messageOf(state, id, evil))
    await known
  }
  const data = messageOf(state, 'forged', evil)
  dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: popup }))
  postFrom(popup, messageOf(state, 'own', mine))
  expect(await ending).toMatchObject({ status: 'connected', data: ['a car'] })
  expect(posts).toEqual([['exchange', { userId: 'a-person' }, state]])
})

test.each<[what: string, stateOf: (state: string) => string]>([
  ['none', () => ''],
  ['a guess', () => 'x'.repeat(43)],
  ['one character less', state => state.slice(0, -1)],
  ['another case', state => state.replace(/[a-z]/i, one => swapped(one))],
  ['more of it', state => `${state}A`],
  ['an app’s own value behind it', state => `${state}.bWluZQ`],
])(
  'an answer whose state is %s ends in state_mismatch and posts nothing',
  {
    tags: ['T02', 'T06'],
  },
  async (_what, stateOf) => {
    const { ending, posts, popup, state } = await open()
    comeBack(popup, `${new URLSearchParams({ ...mine, state: stateOf(state) })}`)
    expect(await ending).toMatchObject({ status: 'failed', error: { code: 'state_mismatch' } })
    expect(posts).toEqual([])
    expect(leftovers()).toEqual(nothing)
  },
)

function swapped(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
}

test('another window at the redirect page ends nothing, and the session goes on', {
  tags: ['T02', 'T05'],
}, async () => {
  const { connect, ending, posts, popup, state } = await open()
  const other = blankWindow()
  comeBack(other, `${new URLSearchParams({ ...evil, state: 'x'.repeat(43) })}`)
  await vi.waitUntil(() => other.document.documentElement.dataset.smartcarConnect === 'sending')
  expect(connect.getSession().status).toBe('waiting')
  comeBack(popup, `${new URLSearchParams({ ...mine, state })}`)
  expect(await ending).toMatchObject({ status: 'connected' })
  expect(posts).toEqual([['exchange', { userId: 'a-person' }, state]])
})

test('of many answers, on whichever way, the first is posted, once', {
  tags: ['T08'],
}, async () => {
  const { ending, posts, popup, state } = await open()
  const channel = new BroadcastChannel(channelName(state))
  const all = heard('3')
  for (const id of ['1', '1', '2', '3']) {
    const answer = messageOf(state, id, id === '1' ? mine : evil)
    postFrom(popup, answer)
    channel.postMessage(answer)
  }
  expect(await ending).toMatchObject({ status: 'connected' })
  // What came later is of no session any more.
  await all
  channel.close()
  expect(posts).toEqual([['exchange', { userId: 'a-person' }, state]])
})

test.each([
  'user_id=a-person&user_id=somebody-else',
  'user_id=a-person&user_id=a-person',
  'user_id=a-person&error=access_denied',
  `user_id=${'a'.repeat(2100)}`,
  `user_id=${'a'.repeat(200)}`,
  'user_id=a%00b',
  'user_id=a%0D%0Ab',
  'user_id=',
])(
  'an answer that is doubled or odd posts nothing odd: %s',
  {
    tags: ['T12', 'T13'],
  },
  async query => {
    const { ending, posts, popup, state } = await open()
    comeBack(popup, `${query}&state=${state}`)
    expect(await ending).toMatchObject({ status: 'failed', error: { code: 'invalid_response' } })
    expect(posts).toEqual([])
  },
)

test('nothing of the answer goes to where an address points', { tags: ['T03'] }, async () => {
  const { ending, posts, popup, state } = await open()
  const asked = {
    app_origin: 'https://evil.example',
    redirect_uri: 'https://evil.example',
    to: '*',
  }
  comeBack(popup, `${new URLSearchParams({ ...mine, ...asked, state })}`)
  expect(await ending).toMatchObject({ status: 'connected' })
  expect(posts).toEqual([['exchange', { userId: 'a-person' }, state]])
})
