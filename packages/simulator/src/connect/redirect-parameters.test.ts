// What goes back to the application.

import { expect, test } from 'vitest'
import type { AuthorizeRequest } from '../memory/attempt.ts'
import { findBrand } from '../world/brands.ts'
import { vehicleOf } from '../world/vehicle.ts'
import { applyRedirectFault } from './redirect-fault.ts'
import { type Ending, redirectLocation, redirectParameters } from './redirect-parameters.ts'

const request: AuthorizeRequest = {
  clientId: 'demo-client',
  redirectUri: 'http://localhost:5173/cb?tenant=a%20b',
  responseType: 'code',
  permissions: [],
  state: 'a b+c&d',
  approvalPrompt: 'auto',
  mode: 'live',
  singleSelect: false,
  country: 'US',
  scenario: 'happy',
}

const hosted = 'http://localhost:4010/v2/redirect'

const granted: Ending = { kind: 'granted', code: 'c-1', userId: 'u-1' }

test('keeps the query of the redirect URI and returns the state unchanged', () => {
  const location = redirectLocation(request, redirectParameters(granted, request), hosted)
  expect(location).toMatch(/^http:\/\/localhost:5173\/cb\?tenant=a%20b&code=c-1&/)
  expect(new URL(location).searchParams.get('state')).toBe('a b+c&d')
})

test('tells the chosen look to the hosted redirect page and to no application', () => {
  function flags(redirectUri: string): string | null {
    const chosen: AuthorizeRequest = { ...request, redirectUri, language: 'ar', theme: 'dark' }
    const location = redirectLocation(chosen, redirectParameters(granted, chosen), hosted)
    return new URL(location).searchParams.get('flags')
  }
  expect(flags(hosted)).toBe('language:ar theme:dark')
  expect(flags(`${hosted}?app_origin=http://localhost:5173`)).toBe('language:ar theme:dark')
  expect(flags(request.redirectUri)).toBeNull()
})

test('sends no code without one, and the external id and key address with them', () => {
  const ending: Ending = {
    kind: 'granted',
    userId: 'u-1',
    externalId: 'e-1',
    virtualKeyUrl: 'https://www.tesla.com/_ak/simulator.example',
  }
  const { state: _left, ...stateless } = request
  expect(redirectParameters(ending, stateless)).toEqual([
    ['user_id', 'u-1'],
    ['external_id', 'e-1'],
    ['virtual_key_url', 'https://www.tesla.com/_ak/simulator.example'],
  ])
})

test('sends vehicle details with vehicle_incompatible only when they are shared', () => {
  const tesla = findBrand('TESLA')
  if (tesla === undefined) throw new Error('Tesla is a brand')
  const vehicle = vehicleOf('0SCTESL0000000001', tesla)
  function names(ending: Ending): string[] {
    return redirectParameters(ending, request).map(([name]) => name)
  }
  expect(names({ kind: 'error', error: 'vehicle_incompatible', vehicle })).toEqual([
    'error',
    'error_description',
    'vin',
    'make',
    'model',
    'year',
    'state',
  ])
  expect(names({ kind: 'error', error: 'vehicle_incompatible' })).toEqual([
    'error',
    'error_description',
    'state',
  ])
})

test('sends status code and message with configuration_error', () => {
  const sent = new Map(redirectParameters({ kind: 'error', error: 'configuration_error' }, request))
  expect(sent.get('status_code')).toBe('400')
  expect(sent.get('error_message')).not.toBe('')
})

const parameters = redirectParameters(granted, request)
function values(fault: Parameters<typeof applyRedirectFault>[1], name: string): readonly string[] {
  return applyRedirectFault(parameters, fault, 'fresh')
    .filter(([given]) => given === name)
    .map(([, value]) => value)
}

test('a scenario spoils exactly what it says', () => {
  expect(applyRedirectFault(parameters, undefined, 'fresh')).toEqual(parameters)
  // The same shape, letter by letter: only a comparison can tell.
  expect(values('wrong-state', 'state')).toEqual(['f r+e&s'])
  expect(values('missing-state', 'state')).toEqual([])
  expect(values('duplicate-state', 'state')).toEqual(['a b+c&d', 'a b+c&d'])
  expect(values('oversized-state', 'state')[0]?.length).toBeGreaterThan(100_000)
  expect(values('missing-code', 'code')).toEqual([])
  expect(values('missing-code', 'state')).toEqual(['a b+c&d'])
  expect(values('duplicate-code', 'code')).toEqual(['c-1', 'fresh'])
  expect(values('oversized-code', 'code')[0]?.length).toBeGreaterThan(10_000)
  expect(values('code-and-error', 'code')).toEqual(['c-1'])
  expect(values('code-and-error', 'error')).toEqual(['server_error'])
  expect(values('oversized-description', 'code')).toEqual([])
  expect(values('oversized-description', 'error_description')[0]?.length).toBeGreaterThan(9000)
  expect(values('unknown-error', 'error')).toEqual(['moon_phase_unsuitable'])
  expect(values('unknown-error', 'state')).toEqual(['a b+c&d'])
})
