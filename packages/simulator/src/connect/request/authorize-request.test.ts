// The parameters of the authorize endpoints.

import { expect, test } from 'vitest'
import { demoApplication } from '../../world/applications.ts'
import { permissionNames } from '../../world/permissions.ts'
import { type AuthorizeEnvironment, parseAuthorizeRequest } from './authorize-request.ts'

const shop = {
  clientId: 'shop',
  clientSecret: 'made-up',
  redirectUris: ['https://shop.example/back'],
  defaultScope: 'read_fuel',
}

const environment: AuthorizeEnvironment = {
  applications: [demoApplication, shop],
  scenario: 'happy',
  hostedRedirectUri: 'http://localhost:4010/v2/redirect',
}

const least = 'response_type=code&application_id=demo-client&redirect_uri=http://localhost:5173/cb'

function parse(query: string, endpoint?: 'authorize' | 'reauthenticate') {
  return parseAuthorizeRequest(new URLSearchParams(query), environment, endpoint)
}

test('fills in what a request leaves out', () => {
  expect(parse(least)).toEqual({
    ok: true,
    request: {
      clientId: 'demo-client',
      redirectUri: 'http://localhost:5173/cb',
      responseType: 'code',
      permissions: [
        { name: 'read_vehicle_info', required: false },
        { name: 'read_odometer', required: false },
      ],
      approvalPrompt: 'auto',
      mode: 'live',
      singleSelect: false,
      country: 'US',
      scenario: 'happy',
    },
  })
})

test('reads every parameter', () => {
  const query =
    `${least}&scope=required:read_vin&state=s%20+&approval_prompt=force&mode=simulated&make=TESLA` +
    '&single_select=true&single_select_vin=0scaud012fe3b1321&flags=country:DE%20scenario:coop' +
    '&user=u-1&external_id=null&something_new=1'
  expect(parse(query)).toMatchObject({
    ok: true,
    request: {
      permissions: [{ name: 'read_vin', required: true }],
      state: 's  ',
      approvalPrompt: 'force',
      mode: 'simulated',
      make: 'TESLA',
      singleSelect: true,
      singleSelectVin: '0SCAUD012FE3B1321',
      country: 'DE',
      scenario: 'coop',
      user: 'u-1',
      externalId: null,
    },
  })
})

test('takes the legacy client_id, alone or beside the same application_id', () => {
  const legacy = least.replace('application_id', 'client_id')
  expect(parse(legacy)).toMatchObject({ ok: true })
  expect(parse(`${legacy}&application_id=demo-client`)).toMatchObject({ ok: true })
})

test('takes redirect URI and scope from the application when they are left out', () => {
  expect(parse('response_type=code&application_id=shop')).toMatchObject({
    ok: true,
    request: {
      redirectUri: 'https://shop.example/back',
      permissions: [{ name: 'read_fuel', required: false }],
    },
  })
})

test('hands over to app_origin only for response_type=none without a redirect URI', () => {
  const none = 'response_type=none&application_id=demo-client&app_origin=http://localhost:5173'
  expect(parse(none)).toMatchObject({
    ok: true,
    request: {
      redirectUri: 'http://localhost:4010/v2/redirect',
      appOrigin: 'http://localhost:5173',
    },
  })
  expect(parse(none.replace('none', 'code'))).toMatchObject({ ok: false })
  expect(parse(none.replace('localhost', 'evil.example'))).toMatchObject({ ok: false })
})

test('reads re-authentication in both forms', () => {
  const vehicleId = '36ab27d0-fd9d-4455-823a-ce30af709ffc'
  const rest = 'application_id=demo-client&redirect_uri=http://localhost:5173/cb'
  const expected = { ok: true, request: { responseType: 'vehicle_id', vehicleId } }
  expect(
    parse(`response_type=vehicle_id&vehicle_id=${vehicleId}&${rest}`, 'reauthenticate'),
  ).toMatchObject(expected)
  expect(
    parse(`response_type=none&vehicle_id=${vehicleId}&${rest}`, 'reauthenticate'),
  ).toMatchObject(expected)
  expect(parse(`response_type=${vehicleId}&${rest}`)).toMatchObject(expected)
  expect(parse(`response_type=vehicle_id&${rest}`, 'reauthenticate')).toMatchObject({ ok: false })
  expect(
    parse(`response_type=code&vehicle_id=${vehicleId}&${rest}`, 'reauthenticate'),
  ).toMatchObject({ ok: false })
})

test.each([
  ['a repeated state', `${least}&state=a&state=a`, 'state appears more than once'],
  ['a repeated unknown name', `${least}&x=1&x=2`, 'x appears more than once'],
  ['no application', least.replace('demo-client', ''), 'application_id is missing'],
  ['an unknown application', least.replace('demo-client', 'other'), 'not known'],
  ['an API credential', least.replace('demo-client', 'client_demo'), 'v3 calls'],
  ['two applications', `${least}&client_id=shop`, 'differ'],
  ['an unregistered redirect URI', `${least}`.replace('localhost', 'evil.example'), 'redirect_uri'],
  ['no redirect URI', 'response_type=code&client_id=demo-client', 'redirect_uri is missing'],
  ['no response type', least.replace('response_type=code&', ''), 'response_type'],
  ['a token response type', least.replace('=code', '=token'), 'response_type'],
  ['an unknown permission', `${least}&scope=openid`, 'openid'],
  ['an unknown mode', `${least}&mode=real`, 'mode'],
  ['an unknown prompt', `${least}&approval_prompt=none`, 'approval_prompt'],
  ['an odd single_select', `${least}&single_select=1`, 'single_select'],
  ['a VIN without single_select', `${least}&single_select_vin=0SCAUD012FE3B1321`, 'single_select'],
  ['a VIN that is none', `${least}&single_select=true&single_select_vin=ABC`, 'VIN'],
  ['a lower-case country', `${least}&flags=country:de`, 'country'],
  ['an unknown scenario', `${least}&flags=scenario:sunny`, 'happy, coop'],
])('refuses %s', (_what, query, part) => {
  const parsed = parse(query)
  expect(parsed).toEqual({
    ok: false,
    error: expect.stringMatching(
      /^400: (?:Missing required parameter: "\w+"|Invalid parameter \w+: .*\.)$/,
    ),
    help: expect.stringContaining(part),
  })
})

// Recorded on the provider's own page, with the values that were sent.
test.each([
  [least.replace('response_type=code&', ''), '400: Missing required parameter: "response_type"'],
  [least.replace('demo-client', 'other'), '400: Invalid parameter client_id: other.'],
  [least.replace('demo-client', 'client_01KZ9'), '400: Invalid parameter client_id: client_01KZ9.'],
])('says what the provider says about %s', (query, error) => {
  expect(parse(query)).toMatchObject({ ok: false, error })
})

test('says no more of a long value than its beginning', () => {
  const parsed = parse(`${least}&mode=${'x'.repeat(5000)}`)
  expect(parsed).toMatchObject({ error: `400: Invalid parameter mode: ${'x'.repeat(200)}.` })
})

test('a scope has room for everything twice, and what is kept of users has an end', () => {
  const everything = permissionNames.map(name => `required:${name}`).join(' ')
  expect(parse(`${least}&scope=${everything} ${everything}`)).toMatchObject({ ok: true })
  expect(parse(`${least}&external_id=${'e'.repeat(1_000)}`)).toMatchObject({ ok: true })
  const names = Array.from({ length: 250 }, () => 'read_vin').join(' ')
  for (const [name, value] of [
    ['scope', names],
    ['external_id', 'e'.repeat(1_001)],
  ] as const) {
    expect(parse(`${least}&${name}=${value}`)).toMatchObject({
      ok: false,
      error: `400: Invalid parameter ${name}: ${value.slice(0, 200)}.`,
    })
  }
})
