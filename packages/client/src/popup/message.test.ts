// Which messages are accepted: every check alone, against one attacker at a time.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answerNames,
  type ConnectMessage,
  channelName,
  type Incoming,
  isAnswerTo,
  messageIn,
  type Sender,
} from './message.ts'

const origin = 'https://app.example'
const popup = { name: 'the popup' } as unknown as Window
const state = `${'t'.repeat(43)}.YXBw`
const message: ConnectMessage = {
  type: 'smartcar-connect',
  id: '1,2',
  state,
  params: { code: 'canary-code', user_id: 'u' },
}
const awaited: Awaited = { origin, source: popup, state }
const honest: Incoming = { isTrusted: true, origin, source: popup, data: message }

type Awaited = Sender & { state: string }

// The three steps in the order that the session takes them.
function acceptMessage(event: Incoming, { state, ...sender }: Awaited) {
  const found = messageIn(event, sender)
  return found && (isAnswerTo(found, state) ? found : 'state_mismatch')
}

function judge(forged: Partial<Incoming>) {
  return acceptMessage({ ...honest, ...forged }, awaited)
}

function judgeData(data: unknown) {
  return judge({ data })
}

test('believes our own popup with our token', () => {
  expect(acceptMessage(honest, awaited)).toBe(message)
})

test('believes our own channel, where there is no source', () => {
  expect(acceptMessage({ ...honest, source: null }, { ...awaited, source: null })).toBe(message)
})

test('drops what a script made up, however well it is made', { tags: ['T14'] }, () => {
  expect(judge({ isTrusted: false })).toBeUndefined()
})

test.each([
  '',
  'null',
  'undefined',
  '*',
  '/',
  'https://app.example/',
  'https://app.example.',
  'https://app.exampl',
  'https://app.example.co',
  'https://app.example.com',
  'https://app.example.evil.example',
  'https://app.exampleevil.example',
  'https://evil.example',
  'https://evilapp.example',
  'https://evil-app.example',
  'https://app-example',
  'https://appxexample',
  'https://sub.app.example',
  'https://www.app.example',
  'https://example',
  'https://app.example:443',
  'https://app.example:8443',
  'https://app.example:80',
  'https://app.example@evil.example',
  'https://evil.example/https://app.example',
  'https://evil.example?https://app.example',
  'https://evil.example#https://app.example',
  'http://app.example',
  'HTTPS://app.example',
  'https://APP.EXAMPLE',
  'https://App.example',
  'ftp://app.example',
  'wss://app.example',
  'blob:https://app.example',
  'file://',
  'chrome-extension://app.example',
  'app.example',
  '//app.example',
  'https:app.example',
  'https:///app.example',
  'https://арр.example',
  'https://xn--80a1aa.example',
  'https://app。example',
  ' https://app.example',
  'https://app.example ',
  'https://app.example\n',
  'https://app.example\0',
  'https://app.example,https://evil.example',
])('drops a message from the origin %j', { tags: ['T04'] }, hostile => {
  expect(judge({ origin: hostile })).toBeUndefined()
})

test.each([
  ['http://localhost:80', 'http://localhost:8000'],
  ['http://localhost:8000', 'http://localhost:800'],
  ['http://localhost:5173', 'http://127.0.0.1:5173'],
  ['https://app.example.com', 'https://app.example.co'],
])('for %s, drops a message from %s', { tags: ['T04'] }, (ours, theirs) => {
  const event = { ...honest, origin: theirs }
  expect(acceptMessage(event, { ...awaited, origin: ours })).toBeUndefined()
  expect(acceptMessage({ ...event, origin: ours }, { ...awaited, origin: ours })).toBe(message)
})

test('not even a fitting origin is a pattern', { tags: ['T04'] }, () => {
  for (const pattern of ['https://app.ex.mple', '.*', '*']) {
    expect(acceptMessage(honest, { ...awaited, origin: pattern })).toBeUndefined()
  }
})

test.each([
  ['another window', { name: 'the popup' }],
  ['no window', null],
  ['an unknown source', undefined],
])('drops our own token from %s', { tags: ['T05', 'T14'] }, (_, source) => {
  expect(judge({ source: source as MessageEventSource | null })).toBeUndefined()
})

test('believes nobody while there is no popup', { tags: ['T05'] }, () => {
  for (const source of [popup, null]) {
    expect(
      acceptMessage({ ...honest, source }, { ...awaited, source: undefined as never }),
    ).toBeUndefined()
  }
})

test('a window message is no channel message', { tags: ['T14'] }, () => {
  expect(acceptMessage(honest, { ...awaited, source: null })).toBeUndefined()
})

test.each([
  ['an empty state', ''],
  ['the word undefined', 'undefined'],
  ['the word null', 'null'],
  ['a prefix', state.slice(0, -1)],
  ['the token without the app’s part', state.slice(0, 43)],
  ['one character more', `${state}A`],
  ['a case flipped', state.toUpperCase()],
  ['a space', `${state} `],
  ['a line end', `${state}\n`],
  ['another token', `${'u'.repeat(43)}.YXBw`],
  ['another app’s part', `${'t'.repeat(43)}.YXBx`],
])('from our own popup, %s is another session’s', { tags: ['F16', 'T06'] }, (_, wrong) => {
  expect(judgeData({ ...message, state: wrong })).toBe('state_mismatch')
})

test('a state in another Unicode form is another state', { tags: ['T06'] }, () => {
  const composed = `${'t'.repeat(43)}.\u00e9`
  const data = { ...message, state: composed.normalize('NFD') }
  expect(acceptMessage({ ...honest, data }, { ...awaited, state: composed })).toBe('state_mismatch')
})

const { id, type, params } = message
test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'smartcar-connect'],
  ['the message as JSON', JSON.stringify(message)],
  ['a number', 1],
  ['a BigInt', 1n],
  ['an array', [message]],
  ['an empty object', {}],
  ['a Map', new Map(Object.entries(message))],
  ['a Date', new Date()],
  ['another library’s message', { name: 'SmartcarAuthMessage', code: 'c', state }],
  ['an acknowledgement', { type: 'smartcar-connect-ack', id }],
  ['another type', { ...message, type: 'smartcar-connect-ack' }],
  ['a type in another case', { ...message, type: 'Smartcar-Connect' }],
  ['no type', { id, state, params }],
  ['no id', { type, state, params }],
  ['no state', { type, id, params }],
  ['no params', { type, id, state }],
  ['one key more', { ...message, extra: 1 }],
  ['a key of an odd name more', { ...message, '': 1 }],
  ['a state that is undefined', { ...message, state: undefined }],
  ['a state that is null', { ...message, state: null }],
  ['a state in an array', { ...message, state: [state] }],
  ['a state as a String object', { ...message, state: Object(state) }],
  ['an id that is a number', { ...message, id: 1 }],
  // It would not be known again as a repeat.
  ['an id that is empty', { ...message, id: '' }],
  ['params that are null', { ...message, params: null }],
  ['params that are a text', { ...message, params: 'code' }],
  ['params that are undefined', { ...message, params: undefined }],
  ['a code in an array', { ...message, params: { code: ['c'] } }],
  ['a code that is an object', { ...message, params: { code: {} } }],
  ['a code that is null', { ...message, params: { code: null } }],
  ['an unknown parameter that is no text', { ...message, params: { code: 'c', extra: 1 } }],
])('drops %s', { tags: ['T06', 'T28'] }, (_, data) => {
  expect(judgeData(data)).toBeUndefined()
})

// What `postMessage` can carry; a getter or a proxy arrives as the value it gave, or not at all.
function carried(data: unknown): unknown {
  return structuredClone(data)
}

test('keys that are inherited, or in a Map, hold nothing', { tags: ['T28'] }, () => {
  expect(judgeData(Object.create(message))).toBeUndefined()
  for (const hidden of [Object.create({ code: 'c' }), new Map([['code', 'c']])]) {
    const accepted = judgeData(carried({ ...message, params: hidden })) as ConnectMessage
    expect(accepted.params.code).toBeUndefined()
  }
})

const cyclic: Record<string, unknown> = { ...message }
cyclic.params = cyclic
const manyKeys = Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`k${key}`, 'v']))

test.each<[string, unknown]>([
  [
    'an own __proto__ beside the keys',
    JSON.parse(JSON.stringify({ ...message }).replace('{', '{"__proto__":{"admin":1},')),
  ],
  [
    'an own __proto__ among the params',
    { ...message, params: JSON.parse('{"__proto__":{"admin":1}}') },
  ],
  [
    'constructor among the params',
    { ...message, params: { constructor: { prototype: { admin: 1 } } } },
  ],
  ['a cycle', cyclic],
  ['a BigInt among the params', { ...message, params: { code: 1n } }],
  ['a hundred thousand keys', manyKeys],
  ['a hundred thousand keys beside ours', { ...message, ...manyKeys }],
  ['an error', new Error('x')],
  ['a buffer', new ArrayBuffer(8)],
  ['a typed array', new Uint8Array(1000)],
  ['a sparse array', Object.assign([], { length: 1e6 })],
])('drops %s, and no prototype changes', { tags: ['T28'] }, (_, data) => {
  expect(judgeData(carried(data))).toBeUndefined()
  expect(({} as { admin?: number }).admin).toBeUndefined()
})

test('a hundred thousand params are texts nobody reads', { tags: ['T28'] }, () => {
  const accepted = judgeData(carried({ ...message, params: { ...manyKeys, code: 'c' } }))
  expect(accepted).toMatchObject({ params: { code: 'c' } })
  expect(Object.keys(manyKeys).filter(name => answerNames.includes(name))).toEqual([])
})

test('whoever fails a comparison has its data neither read nor touched', {
  tags: ['T27', 'T28'],
}, () => {
  const touched: string[] = []
  function trap(name: string) {
    return () => {
      touched.push(name)
      throw new Error('read')
    }
  }
  const hostile = new Proxy({}, { get: trap('get'), ownKeys: trap('ownKeys'), has: trap('has') })
  function lazy(forged: Partial<Incoming>): Incoming {
    return Object.defineProperty({ ...honest, ...forged }, 'data', { get: trap('data') })
  }
  for (const forged of [
    { isTrusted: false },
    { origin: 'https://evil.example' },
    { source: null },
  ]) {
    expect(acceptMessage(lazy(forged), awaited)).toBeUndefined()
    expect(judge({ ...forged, data: hostile })).toBeUndefined()
  }
  expect(touched).toEqual([])
})

test('data of any shape never throws, and is accepted only as the exact message', {
  tags: ['T28'],
}, () => {
  const key = fc.constantFrom('type', 'id', 'state', 'params', 'code', '__proto__', 'constructor')
  const leaf = fc.oneof(
    fc.constantFrom('smartcar-connect', state, '', null, undefined),
    fc.anything({
      maxDepth: 1,
      maxKeys: 3,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    }),
  )
  const { node } = fc.letrec(tie => ({
    node: fc.oneof(
      { maxDepth: 2 },
      leaf,
      fc.dictionary(key, tie('node')),
      fc.record({
        type: fc.constant('smartcar-connect'),
        id: fc.string(),
        state: fc.constantFrom(state, 'other'),
        params: fc.dictionary(key, fc.oneof(fc.string(), tie('node'))),
      }),
    ),
  }))
  let accepted = 0
  fc.assert(
    fc.property(node, data => {
      const verdict = judgeData(data)
      expect(({} as { admin?: number }).admin).toBeUndefined()
      if (verdict === undefined) return
      accepted++
      const exact = data as ConnectMessage
      expect(Object.keys(exact).sort()).toEqual(['id', 'params', 'state', 'type'])
      expect(Object.values(exact.params).every(value => typeof value === 'string')).toBe(true)
      expect(verdict).toBe(exact.state === state ? exact : 'state_mismatch')
    }),
    { numRuns: 500 },
  )
  expect(accepted).toBeGreaterThan(0)
})

test('whatever one attacker changes, the message is dropped', { tags: ['T05', 'T14'] }, () => {
  const forged = fc.record(
    {
      isTrusted: fc.constant(false),
      origin: fc.string().filter(text => text !== origin),
      source: fc.constantFrom(null, {} as MessageEventSource),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(forged, changes => {
      const dropped = Object.keys(changes).length > 0
      expect(judge(changes)).toBe(dropped ? undefined : message)
    }),
  )
})

test('a channel is named by the token, so that only its holders can name it', {
  tags: ['T15'],
}, () => {
  expect(channelName('token')).toBe('smartcar-connect:token')
  expect(channelName('other')).not.toBe(channelName('token'))
})
