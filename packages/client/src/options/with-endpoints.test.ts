// What `backend` stands for, and what does not go with it.

import { expect, test } from 'vitest'
import type { ConnectOptions } from './connect-options.ts'
import { isConnectOption } from './connect-url.ts'
import { withEndpoints } from './with-endpoints.ts'

test.each([
  ['/api/smartcar', '/api/smartcar'],
  ['/api/smartcar/', '/api/smartcar'],
  ['/api/smartcar//', '/api/smartcar'],
  ['/shop/api/smartcar', '/shop/api/smartcar'],
  ['api/smartcar', 'api/smartcar'],
  ['./api', './api'],
  ['/', ''],
  ['https://api.example.com/smartcar', 'https://api.example.com/smartcar'],
  ['https://api.example.com/', 'https://api.example.com'],
])('the endpoints of %s are below it, and get its cookies', { tags: ['F70'] }, (backend, base) => {
  expect(withEndpoints({ backend })).toEqual({
    session: { url: `${base}/session`, credentials: 'include' },
    exchange: { url: `${base}/exchange`, credentials: 'include' },
  })
})

test('keeps what the page decides, and needs no page to do so', () => {
  const own: ConnectOptions = {
    backend: '/api/smartcar',
    state: 'mine',
    vehicleId: 'car',
    appUser: 'ann',
    redirectUri: '/smartcar-redirect.html',
    instanceId: 'header',
    popup: { width: 400 },
    presentation: 'auto',
    onSuccess() {},
    onCancel() {},
    onError() {},
    onEvent() {},
  }
  const { backend: _, ...kept } = own
  expect(withEndpoints(own)).toMatchObject(kept)
})

test('without `backend`, the options are the same object', () => {
  for (const backend of [undefined, ''] as const) {
    const options = { clientId: 'app', exchange: '/api', backend } as ConnectOptions
    expect(withEndpoints(options)).toBe(options)
  }
})

test.each<[string, unknown]>([
  ['exchange', '/api/exchange'],
  ['session', '/api/session'],
  ['clientId', 'app'],
  ['applicationId', 'app'],
  ['responseType', 'code'],
  ['scope', ['read_vin']],
  ['scope', []],
  ['approvalPrompt', 'force'],
  ['mode', 'live'],
  ['make', 'TESLA'],
  ['singleSelect', false],
  ['singleSelectVin', '5YJ3E1EA7KF317000'],
  ['flags', { country: 'DE' }],
  ['user', 'ann'],
  ['externalId', null],
  ['appOrigin', 'https://app.example'],
  ['connectOrigin', 'http://localhost:4010'],
  ['unsafeHostedRedirect', true],
  ['onSucces', () => {}],
])('refuses %s beside it, and says what to do', (name, value) => {
  function both() {
    return withEndpoints({ backend: '/api/smartcar', [name]: value } as ConnectOptions)
  }
  expect(both).toThrow(TypeError)
  expect(both).toThrow(`\`${name}\` does not go with \`backend\`: leave out one of them.`)
  expect(both).toThrow(/#backend$/)
})

test('what is left out may be named', () => {
  const unset = { clientId: undefined, exchange: undefined, mode: '' }
  const options = { backend: '/api', ...unset } as unknown as ConnectOptions
  expect(() => withEndpoints(options)).not.toThrow()
})

test.each(['/api?a=b', '/api#a', '/my api', {}])('refuses %o, which is no address', backend => {
  function build() {
    return withEndpoints({ backend } as ConnectOptions)
  }
  expect(build).toThrow(TypeError)
  expect(build).toThrow('`backend` is invalid')
})

test('is no attribute of a button', () => {
  expect(isConnectOption('backend')).toBe(true)
})
