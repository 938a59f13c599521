// Which messages of Smartcar's own redirect page are accepted.

import { afterEach, expect, test, vi } from 'vitest'
import { planConnect } from '../options/connect-options.ts'
import type { ConnectMessage } from '../popup/message.ts'
import { acceptHosted, type HostedOptions, listenHosted } from './hosted-redirect.ts'

const popup = {} as Window
const awaited = { connectOrigin: undefined, popup, state: 'token' }
const data = {
  name: 'SmartcarAuthMessage',
  isSmartcarHosted: true,
  code: 'the-code',
  state: 'token',
  userId: 'user',
  error: undefined,
}
const event = {
  isTrusted: true,
  origin: 'https://javascript-sdk.smartcar.com',
  source: popup,
  data,
}

afterEach(() => vi.unstubAllGlobals())

// Listens with these options, and gives back what was added to the page to do so.
function listen(options: HostedOptions) {
  const added = vi.fn<(type: string, hear: (event: object) => void, how: object) => void>()
  vi.stubGlobal('addEventListener', added)
  const { signal } = new AbortController()
  const answers: string[] = []
  function onAnswer(message: ConnectMessage) {
    return answers.push(message.id)
  }
  listenHosted(options, { popup, state: 'token' }, onAnswer, signal)
  return { added, answers, signal }
}

test('reads the hosted page’s names as the redirect’s parameters', () => {
  expect(acceptHosted(event, awaited)?.params).toEqual({ code: 'the-code', user_id: 'user' })
})

test('takes the simulator’s word where it stands in for Smartcar', () => {
  const simulated = { ...awaited, connectOrigin: 'http://localhost:4010/' }
  expect(acceptHosted({ ...event, origin: 'http://localhost:4010' }, simulated)).toBeDefined()
  expect(acceptHosted(event, simulated)).toBeUndefined()
})

test.each([
  ['not trusted', { isTrusted: false }],
  ['a longer origin', { origin: 'https://javascript-sdk.smartcar.com.evil.example' }],
  ['http', { origin: 'http://javascript-sdk.smartcar.com' }],
  ['another window', { source: {} as Window }],
  ['another state', { data: { ...data, state: 'token2' } }],
  ['no state', { data: { ...data, state: undefined } }],
  ['another message', { data: { ...data, name: 'Other' } }],
  ['no object', { data: null }],
])('drops %s', { tags: ['T04', 'T05', 'T06', 'T14', 'T19'] }, (_, change) => {
  expect(acceptHosted({ ...event, ...change }, awaited)).toBeUndefined()
})

test('passes on texts of its own only', { tags: ['T28'] }, () => {
  const hostile = Object.assign(Object.create({ vin: 'inherited' }), data, {
    make: { toString: 1 },
  })
  expect(acceptHosted({ ...event, data: hostile }, awaited)?.params).toEqual({
    code: 'the-code',
    user_id: 'user',
  })
})

test('without the unsafe option a hosted redirect URI is a mistake', { tags: ['T19'] }, () => {
  const options = {
    clientId: 'app',
    redirectUri: 'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://app.example',
    exchange: '/api',
  }
  const page = { origin: 'https://app.example' }
  Object.assign(globalThis, { location: page })
  try {
    expect(() => planConnect(options, 't')).toThrow(/`redirectUri` is Smartcar's hosted page/)
    expect(() => planConnect({ ...options, unsafeHostedRedirect: true }, 't')).not.toThrow()
  } finally {
    Reflect.deleteProperty(globalThis, 'location')
  }
})

const redirectUri = 'https://app.example/redirect.html'

test.each<[string, HostedOptions]>([
  ['where there is no redirect URI', {}],
  ['by the unsafe option', { redirectUri, unsafeHostedRedirect: true }],
  ['by the unsafe option with a session', { session: '/session', unsafeHostedRedirect: true }],
])('the hosted page is heard %s', { tags: ['T19'] }, (_, options) => {
  expect(listen(options).added).toHaveBeenCalledOnce()
})

test.each<[string, HostedOptions]>([
  ['where the app has a redirect page', { redirectUri }],
  ['where the server makes the session', { session: '/session' }],
  ['by any other value of the option', { redirectUri, unsafeHostedRedirect: 'no' as never }],
])('the hosted page is not heard %s', { tags: ['T19'] }, (_, options) => {
  expect(listen(options).added).not.toHaveBeenCalled()
})

test('hands over the answer of the hosted page alone, until its signal is aborted', {
  tags: ['T19'],
}, () => {
  const { added, answers, signal } = listen({})
  const [type, hear, how] = added.mock.calls[0] ?? expect.fail('nobody listens')
  hear({ ...event, origin: 'https://evil.example' })
  expect(answers).toEqual([])
  hear(event)
  expect(answers).toEqual(['hosted'])
  expect([type, how]).toEqual(['message', { signal }])
})
