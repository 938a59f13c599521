// The address of Connect: every parameter, and every mistake.

import { expect, test } from 'vitest'
import { buildConnectUrl, type ConnectParams, isConnectOption } from './connect-url.ts'

const redirectUri = 'https://app.example/smartcar-redirect.html'
const base: ConnectParams = { clientId: 'app', redirectUri }
const vin = '0SCAUDI012FE3B132'

function queryOf(params: ConnectParams, state = 'token'): Record<string, string> {
  const { searchParams } = buildConnectUrl(params, state)
  // Read as a list first: an object would hide a name that is there twice.
  const names = [...searchParams.keys()]
  expect(new Set(names).size).toBe(names.length)
  return Object.fromEntries(searchParams)
}

const always = {
  client_id: 'app',
  redirect_uri: redirectUri,
  response_type: 'code',
  state: 'token',
}

test('goes to Smartcar Connect with no more than is needed', () => {
  const url = buildConnectUrl(base, 'token')
  expect(url.origin + url.pathname).toBe('https://connect.smartcar.com/oauth/authorize')
  expect(queryOf(base)).toEqual(always)
})

test.each<[Partial<ConnectParams>, Record<string, string>]>([
  [{ scope: ['read_odometer'] }, { scope: 'read_odometer' }],
  [{ scope: ['required:read_vin', 'control_new'] }, { scope: 'required:read_vin control_new' }],
  [{ approvalPrompt: 'auto' }, { approval_prompt: 'auto' }],
  [{ approvalPrompt: 'force' }, { approval_prompt: 'force' }],
  [{ mode: 'live' }, { mode: 'live' }],
  [{ mode: 'simulated' }, { mode: 'simulated' }],
  [{ mode: 'test' }, { mode: 'test' }],
  [{ scope: ['read_vin', 'read_fuel', 'read_vin'] }, { scope: 'read_vin read_fuel' }],
  [{ scope: ['read_vin', 'required:read_vin'] }, { scope: 'required:read_vin' }],
  [{ make: 'TESLA' }, { make: 'TESLA' }],
  [{ make: 'tesla' }, { make: 'TESLA' }],
  [{ singleSelect: true }, { single_select: 'true' }],
  [{ singleSelect: false }, { single_select: 'false' }],
  [
    { singleSelect: true, singleSelectVin: vin },
    { single_select: 'true', single_select_vin: vin },
  ],
  [
    { singleSelect: true, singleSelectVin: vin.toLowerCase() },
    { single_select: 'true', single_select_vin: vin },
  ],
  [{ flags: { country: 'DE' } }, { flags: 'country:DE' }],
  [{ flags: { country: 'de', other: 'de' } }, { flags: 'country:DE other:de' }],
  [{ flags: { country: 'DE', a: 'b:c' } }, { flags: 'country:DE a:b:c' }],
  [{ user: 'person-1' }, { user: 'person-1' }],
  [{ externalId: 'garage-1' }, { external_id: 'garage-1' }],
  [{ externalId: null }, { external_id: 'null' }],
])('%o is sent as %o', (params, sent) => {
  expect(queryOf({ ...base, ...params })).toEqual({ ...always, ...sent })
})

test('sends the id under the current or the legacy name', () => {
  expect(queryOf({ applicationId: 'app', redirectUri })).toMatchObject({ application_id: 'app' })
  expect(queryOf({ applicationId: 'app', redirectUri })).not.toHaveProperty('client_id')
  expect(queryOf({ clientId: 'app', redirectUri })).not.toHaveProperty('application_id')
})

test('with response type none, there may be a redirect URI or the app’s origin instead', () => {
  const none: ConnectParams = { applicationId: 'app', responseType: 'none' }
  const sent = { application_id: 'app', response_type: 'none', state: 'token' }
  expect(queryOf({ ...none, redirectUri })).toEqual({ ...sent, redirect_uri: redirectUri })
  expect(queryOf({ ...none, appOrigin: 'https://app.example' })).toEqual({
    ...sent,
    app_origin: 'https://app.example',
  })
})

test('the state on the wire is the one given beside the options', () => {
  expect(queryOf({ ...base, state: 'the app’s own' }, 'token.abc').state).toBe('token.abc')
})

test('re-authenticates a vehicle, leaving out what shapes a first connection', () => {
  const first: ConnectParams = {
    scope: ['read_vin'],
    approvalPrompt: 'force',
    mode: 'live',
    make: 'KIA',
    singleSelect: true,
    singleSelectVin: vin,
    flags: { country: 'DE' },
    user: 'person-1',
  }
  const params: ConnectParams = { ...base, ...first, vehicleId: 'car-1', externalId: 'garage-1' }
  expect(buildConnectUrl(params, 'token').pathname).toBe('/oauth/reauthenticate')
  const sent = { ...always, vehicle_id: 'car-1', external_id: 'garage-1' }
  expect(queryOf(params)).toEqual({ ...sent, response_type: 'vehicle_id' })
  expect(queryOf({ ...params, responseType: 'none' })).toEqual({ ...sent, response_type: 'none' })
})

test('goes to another Connect where one is named', () => {
  const origins = [
    'http://localhost:4010',
    'http://localhost:4010/',
    'http://[::1]:4010',
    'HTTP://LocalHost:4010',
    'https://connect.example:443/',
    'https://münchen.example',
  ]
  for (const connectOrigin of origins) {
    const url = buildConnectUrl({ ...base, connectOrigin }, 'token')
    expect(url.origin).toBe(new URL(connectOrigin).origin)
    expect(url.searchParams.has('connect_origin')).toBe(false)
  }
})

test.each(['', undefined])('%j counts as left out, for every option', nothing => {
  const names = [
    'applicationId',
    'responseType',
    'scope',
    'approvalPrompt',
    'mode',
    'make',
    'singleSelect',
    'singleSelectVin',
    'flags',
    'user',
    'externalId',
    'vehicleId',
    'appOrigin',
    'connectOrigin',
  ]
  for (const name of names) {
    const url = buildConnectUrl({ ...base, [name]: nothing }, 'token')
    expect(url.href, name).toBe(buildConnectUrl(base, 'token').href)
  }
})

test('an empty list counts as left out', () => {
  for (const nothing of [{ scope: [] }, { flags: {} }]) {
    const url = buildConnectUrl({ ...base, ...nothing }, 'token')
    expect(url.href).toBe(buildConnectUrl(base, 'token').href)
  }
})

test.each<[string, Record<string, unknown>]>([
  ['applicationId', { clientId: undefined }],
  ['clientId', { clientId: '' }],
  ['applicationId', { applicationId: 'app' }],
  ['clientId', { applicationId: 'app' }],
  ['redirectUri', { redirectUri: undefined }],
  ['redirectUri', { redirectUri: '' }],
  ['redirectUri', { redirectUri: '/smartcar-redirect.html' }],
  ['redirectUri', { redirectUri: 'app.example/redirect.html' }],
  ['redirectUri', { redirectUri: 'javascript:alert(1)' }],
  ['redirectUri', { redirectUri: 'myapp://redirect' }],
  ['redirectUri', { redirectUri: ' https://app.example/' }],
  ['redirectUri', { redirectUri: 'https://app.example/#here' }],
  ['redirectUri', { redirectUri: 'https://ada@app.example/' }],
  ['redirectUri', { redirectUri: 'https://ada:pw@app.example/' }],
  ['redirectUri', { redirectUri: 'https://app.example\\here' }],
  ['redirectUri', { redirectUri: 'https://app.example/a\\b' }],
  ['redirectUri', { redirectUri: 'https://app.example/a b' }],
  ['redirectUri', { redirectUri: 'https:app.example/' }],
  ['redirectUri', { redirectUri: 'https://app.example:99999/' }],
  ['redirectUri', { vehicleId: 'car-1', redirectUri: undefined }],
  ['responseType', { responseType: 'token' }],
  ['responseType', { responseType: 'code none' }],
  ['responseType', { responseType: 'vehicle_id' }],
  ['scope', { scope: 'read_vin read_odometer' }],
  ['scope', { scope: ['read_vin read_odometer'] }],
  ['scope', { scope: ['read_vin', ''] }],
  ['scope', { scope: ['read_vin\u00a0'] }],
  ['approvalPrompt', { approvalPrompt: 'always' }],
  ['mode', { mode: 'production' }],
  ['mode', { mode: 'LIVE' }],
  ['mode', { mode: 'live\n' }],
  ['singleSelect', { singleSelect: 'yes' }],
  ['singleSelect', { singleSelect: 1 }],
  ['singleSelectVin', { singleSelectVin: vin }],
  ['singleSelectVin', { singleSelect: false, singleSelectVin: vin }],
  ['singleSelectVin', { singleSelect: true, singleSelectVin: vin.slice(1) }],
  ['singleSelectVin', { singleSelect: true, singleSelectVin: `${vin}0` }],
  ['singleSelectVin', { singleSelect: true, singleSelectVin: '0SCAUDI012FE3B13-' }],
  ['singleSelectVin', { singleSelect: true, singleSelectVin: `${vin}&mode=live` }],
  ['flags', { flags: { country: 'DE AT' } }],
  ['flags', { flags: { country: '' } }],
  ['flags', { flags: { 'a b': 'c' } }],
  ['flags', { flags: { 'a:b': 'c', '': 'd' } }],
  ['flags', { flags: 'country' }],
  ['connectOrigin', { connectOrigin: 'connect.smartcar.com' }],
  ['connectOrigin', { connectOrigin: 'javascript:alert(1)' }],
  ['connectOrigin', { connectOrigin: 'https://connect.smartcar.com/oauth' }],
  ['connectOrigin', { connectOrigin: 'https://user@connect.smartcar.com' }],
  ['connectOrigin', { connectOrigin: 'https://connect.smartcar.com?x' }],
  ['connectOrigin', { connectOrigin: 'https://connect.smartcar.com#x' }],
  ['connectOrigin', { connectOrigin: 'https://connect.smartcar.com//' }],
  ['connectOrigin', { connectOrigin: 'https://connect smartcar.com' }],
  ['connectOrigin', { connectOrigin: 'https://[' }],
  ['presentation', { presentation: 'tab' }],
  ['scopes', { scopes: ['read_vin'] }],
  ['client_id', { client_id: 'app' }],
  ['testMode', { testMode: true }],
])('a mistake in %s is a TypeError that names it: %o', (name, mistake) => {
  function build() {
    return buildConnectUrl({ ...base, ...mistake } as ConnectParams, 'token')
  }
  expect(build).toThrow(TypeError)
  expect(build).toThrow(`\`${name}\``)
})

test('a state that the redirect page would not pass on is refused', () => {
  expect(() => buildConnectUrl(base, 'x'.repeat(2048))).not.toThrow()
  expect(() => buildConnectUrl(base, 'x'.repeat(2049))).toThrow('`state`')
})

test.each([
  'state',
  'code',
  'error',
  'error_description',
  'user_id',
  'vehicle_id',
  'external_id',
  'virtual_key_url',
  'vin',
  'make',
  'model',
  'year',
  'status_code',
  'error_message',
])(
  'a redirect URI with %s in its query, which an answer would repeat, is refused',
  {
    tags: ['T12'],
  },
  name => {
    const written = `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`
    for (const query of [`${name}=x`, `a=b&${name}`, written]) {
      const params = { ...base, redirectUri: `${redirectUri}?${query}` }
      expect(() => buildConnectUrl(params, 'token'), query).toThrow('`redirectUri`')
    }
    const near = { ...base, redirectUri: `${redirectUri}?a=${name}&x${name}=1` }
    expect(() => buildConnectUrl(near, 'token')).not.toThrow()
  },
)

test.each<[string, Partial<ConnectParams>]>([
  ['state', { state: 'x'.repeat(1001) }],
  ['state', { state: 'é'.repeat(501) }],
  ['state', { state: '\ud83d' }],
  ['state', { state: 'a\0' }],
  ['state', { state: 'a\u0085' }],
  ['externalId', { externalId: 'x'.repeat(257) }],
  ['externalId', { externalId: 'é'.repeat(129) }],
  ['externalId', { externalId: 'a\tb' }],
  ['vehicleId', { vehicleId: 'x'.repeat(129) }],
  ['vehicleId', { vehicleId: 'a b' }],
])(
  '%s is refused at the click where the backend would refuse it after Allow: %o',
  {
    tags: ['T13'],
  },
  (name, mistake) => {
    function build() {
      return buildConnectUrl({ ...base, ...mistake }, 'token')
    }
    expect(build).toThrow(TypeError)
    expect(build).toThrow(`\`${name}\``)
  },
)

test.each<Partial<ConnectParams>>([
  { state: JSON.stringify({ tab: [1, 2] }, null, 2) },
  { state: 'a\tb\r\n' },
  { state: 'x'.repeat(1000) },
  { state: 'é'.repeat(500) },
  { state: '🚗'.repeat(250) },
  { externalId: 'x'.repeat(256) },
  { vehicleId: 'x'.repeat(128) },
])('%o is carried', params => {
  expect(() => buildConnectUrl({ ...base, ...params }, 'token')).not.toThrow()
})

test('names of an object’s own machinery are no options', { tags: ['T28'] }, () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const params = { ...base, ...JSON.parse(`{"${name}":"x"}`) }
    expect(() => buildConnectUrl(params, 'token'), name).toThrow(TypeError)
  }
})

test('knows the options of a connection from the props of an element', () => {
  const sent = ['clientId', 'scope', 'flags', 'connectOrigin', 'state']
  const unsent = ['exchange', 'session', 'popup', 'presentation', 'unsafeHostedRedirect']
  for (const name of [...sent, ...unsent, 'onSuccess', 'onCancel', 'onError', 'onEvent']) {
    expect(isConnectOption(name), name).toBe(true)
  }
  for (const name of ['onClick', 'onSuccessful', 'onErrorCapture', 'className', 'popupClass']) {
    expect(isConnectOption(name), name).toBe(false)
  }
})
