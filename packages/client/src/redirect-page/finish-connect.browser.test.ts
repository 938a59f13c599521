// What the redirect page reads from its address, and what it refuses.

import { expect, test, vi } from 'vitest'
import {
  acknowledge,
  code,
  eventually,
  onChannel,
  openPage,
  openPlain,
  patient,
  plainPath,
  posted,
  type Realm,
  redirectPath,
  shownBy,
  statusOf,
  token,
  untilStatus,
} from '../../test/redirect-windows.ts'
import { channelName } from '../popup/message.ts'
import { hashOf } from '../state/read-state.ts'

test('says what it was told, on the channel first, and closes once it is heard', async () => {
  const popup = openPage({ code, user_id: 'u', state: token, unknown: 'x' })
  const message = await eventually(() => onChannel[0])
  expect(message).toEqual({
    type: 'smartcar-connect',
    id: expect.any(String),
    state: token,
    params: { code, user_id: 'u' },
  })
  acknowledge(message)
  await eventually(() => popup.closed)
})

test('takes the code out of the address and the history, and loads nothing', {
  tags: ['T20', 'T23'],
}, async () => {
  const popup = openPage({ code, state: token })
  await untilStatus(popup, 'sending')
  expect(popup.location.href).toBe(location.origin + redirectPath)
  expect(popup.history.length).toBe(1)
  expect(popup.performance.getEntriesByType('resource')).toEqual([])
  expect(JSON.stringify({ ...popup.sessionStorage, ...popup.localStorage })).not.toContain(code)
  expect(popup.name).toBe('')
  expect(popup.document.documentElement.outerHTML).not.toContain(code)
})

test('opened without an answer, there is nothing to do', { tags: ['F39'] }, async () => {
  for (const query of ['', 'utm_source=mail', 'Code=x']) {
    const popup = openPage(query)
    await untilStatus(popup, 'empty')
    expect(shownBy(popup)).toEqual([expect.stringContaining('nothing to do')])
  }
})

test('reloaded, it has nothing left to send', { tags: ['F40', 'T20'] }, async () => {
  const popup = openPage({ code, state: token })
  await untilStatus(popup, 'sending')
  popup.location.reload()
  await untilStatus(popup, 'empty')
  expect(popup.location.search).toBe('')
})

test('framed, it refuses, says so, and sends nothing', { tags: ['T21'] }, async () => {
  const frame = document.createElement('iframe')
  frame.src = `${redirectPath}?${new URLSearchParams({ code, state: token })}`
  document.body.append(frame)
  const realm = frame.contentWindow as Realm
  await untilStatus(realm, 'refused')
  expect(shownBy(realm)).toEqual([expect.stringContaining('Nothing was passed on')])
  expect(realm.location.search).toBe('')
  // What a channel or window had been sent before this would have come before it.
  const after = new realm.BroadcastChannel(channelName(token))
  after.postMessage('after')
  await eventually(() => onChannel.length)
  expect(onChannel).toEqual(['after'])
  expect(posted).toEqual([])
})

test('in an origin that is not its address’s, it refuses and sends nothing', {
  tags: ['T22'],
}, async () => {
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    Object.assign(realm, { origin: 'null' })
  })
  expect(statusOf(popup)).toBe('refused')
  expect(timers.size).toBe(0)
  expect(onChannel).toEqual([])
})

const long = 'x'.repeat(2049)
test.each<[string, string]>([
  ['two codes', 'code=a&code=b'],
  ['two equal codes', 'code=a&code=a'],
  ['a code and an empty one', 'code=a&code='],
  ['two errors', 'error=a&error=b'],
  ['two of what goes along', 'code=a&user_id=u&user_id=v'],
  ['a code too long', `code=${long}`],
  ['a description too long', `error=access_denied&error_description=${long}`],
  ['a query too long', `code=a&other=${'x'.repeat(8192)}`],
])('%s: our state comes with no parameters at all', { tags: ['T12', 'T13'] }, async (_, query) => {
  openPage(`${query}&state=${token}`)
  const message = await eventually(() => onChannel[0])
  expect(message.state).toBe(token)
  expect(message.params).toEqual({})
  acknowledge(message)
})

test('odd characters arrive as they are, as text', { tags: ['T13'] }, async () => {
  const odd = '\0\r\n\u2028<b>&amp;%00\ufffd'
  openPage({ code: odd, state: token, make: '' })
  const message = await eventually(() => onChannel[0])
  expect(message.params).toEqual({ code: odd, make: '' })
  acknowledge(message)
})

test('parameters with the names of machinery stay where they are', { tags: ['T28'] }, async () => {
  openPage(`code=c&__proto__=x&constructor=y&toString=z&state=${token}`)
  const message = await eventually(() => onChannel[0])
  expect(Object.getOwnPropertyNames(message.params)).toEqual(['code'])
  acknowledge(message)
})

test.each([
  ['two states', `state=TOKEN&state=TOKEN`],
  ['two different states', `state=TOKEN&state=${'x'.repeat(43)}`],
  ['no state', ''],
  ['an empty state', 'state='],
  ['a state without a token', 'state=undefined'],
  ['a state too long', `state=TOKEN.${'x'.repeat(2048)}`],
])(
  'with %s, the code goes nowhere, least of all to a name that anyone knows',
  { tags: ['T06', 'T12', 'T13', 'T15'] },
  async (_, query) => {
    const heard: unknown[] = []
    const known = ['', 'undefined', await hashOf('')].map(name => {
      const open = new BroadcastChannel(channelName(name ?? ''))
      open.onmessage = ({ data }) => heard.push(data)
      return open
    })
    openPage(`code=${code}&${query.replaceAll('TOKEN', token)}`)
    const [{ message } = expect.fail()] = await eventually(() => posted.length && posted)
    // The opener is told, so that it can end with `state_mismatch`.
    expect(message.params).toEqual({})
    expect(message.state).not.toBe(token)
    for (const open of known) open.close()
    expect(JSON.stringify([heard, onChannel, posted])).not.toContain(code)
  },
)

test('shows fixed text, whatever the parameters say, and obeys its policy', {
  tags: ['T17'],
}, async () => {
  const payloads = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    "javascript:alert(1)//'",
    '{{constructor.constructor("alert(1)")()}}',
    '</p><iframe srcdoc=x>',
  ]
  const harmless = openPage({ error: 'access_denied', state: token })
  await untilStatus(harmless, 'sending')
  const golden = harmless.document.documentElement.outerHTML
  for (const payload of payloads) {
    const names = [
      'error_description',
      'make',
      'model',
      'virtual_key_url',
      'external_id',
      'user_id',
    ]
    const all = Object.fromEntries(names.map(name => [name, payload]))
    const popup = openPage({ ...all, error: payload, state: token })
    await untilStatus(popup, 'sending')
    expect(popup.document.documentElement.outerHTML).toBe(golden)
    expect(popup.document.scripts).toHaveLength(1)
  }
})

test('its policy forbids what is not its own', { tags: ['T23'] }, async () => {
  const popup = openPage('')
  await untilStatus(popup, 'empty')
  expect(() => popup.eval('1')).toThrow()
  const blocked: string[] = []
  popup.document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    blocked.push(effectiveDirective)
  })
  popup.document.body.append(Object.assign(popup.document.createElement('img'), { src: '/x.png' }))
  await vi.waitFor(() => expect(blocked).toContain('img-src'), patient)
})

test('a path of two slashes is cleaned of its query as well', { tags: ['T20'] }, async () => {
  const { popup } = await openPlain('', realm => {
    const address = `${location.origin}//app.example${plainPath}?code=${code}&state=${token}`
    realm.history.replaceState(null, '', address)
  })
  expect(popup.location.href).toBe(`${location.origin}//app.example${plainPath}`)
  acknowledge(await eventually(() => onChannel[0]))
})

test('the app’s own history state is kept', async () => {
  const { popup } = await openPlain(`?code=${code}&state=${token}#here`, realm => {
    realm.history.replaceState({ mine: 1 }, '')
  })
  expect(popup.history.state).toEqual({ mine: 1 })
  expect(popup.location.href).toBe(location.origin + plainPath)
  acknowledge(await eventually(() => onChannel[0]))
})
