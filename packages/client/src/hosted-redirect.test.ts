// Whether a message of Smartcar's own redirect page is believed.

import { expect, test } from 'vitest'
import { planConnect } from './connect-options.ts'
import { acceptHosted } from './hosted-redirect.ts'

const popup = {}
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
  source: popup as Window,
  data,
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
  ['T14 not trusted', { isTrusted: false }],
  ['T04 a longer origin', { origin: 'https://javascript-sdk.smartcar.com.evil.example' }],
  ['T04 http', { origin: 'http://javascript-sdk.smartcar.com' }],
  ['T05 another window', { source: {} as Window }],
  ['T06 another state', { data: { ...data, state: 'token2' } }],
  ['T06 no state', { data: { ...data, state: undefined } }],
  ['another message', { data: { ...data, name: 'Other' } }],
  ['no object', { data: null }],
])('T19: drops %s', (_, change) => {
  expect(acceptHosted({ ...event, ...change }, awaited)).toBeUndefined()
})

test('T28: passes on texts of its own only', () => {
  const hostile = Object.assign(Object.create({ vin: 'inherited' }), data, {
    make: { toString: 1 },
  })
  expect(acceptHosted({ ...event, data: hostile }, awaited)?.params).toEqual({
    code: 'the-code',
    user_id: 'user',
  })
})

test('T19: without the unsafe option a hosted redirect URI is a mistake', () => {
  const options = {
    clientId: 'app',
    redirectUri: 'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://app.example',
    exchange: '/api',
  }
  const page = { origin: 'https://app.example' }
  Object.assign(globalThis, { location: page })
  try {
    expect(() => planConnect(options, 't')).toThrow(/`redirectUri` must be on http/)
    expect(() => planConnect({ ...options, unsafeHostedRedirect: true }, 't')).not.toThrow()
  } finally {
    Reflect.deleteProperty(globalThis, 'location')
  }
})
