// What the provider's answer is read as.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canPost } from '../backend/posted-values.ts'
import type { FullGrant } from '../grant.ts'
import { type AnswerParams, type ResultKind, readAnswer } from './read-answer.ts'

function codeOf(params: AnswerParams, kind: ResultKind = 'code'): string | undefined {
  const answer = readAnswer(params, kind, canPost)
  return answer.ok ? undefined : answer.code
}

// The grant of an answer that is one.
function grantIn(params: AnswerParams, kind: ResultKind, appState?: string): FullGrant {
  const answer = readAnswer(params, kind, canPost, appState)
  return answer.ok ? answer.grant : expect.fail(answer.code)
}

// What is known of an answer that is an error.
function errorIn(params: AnswerParams): object {
  const answer = readAnswer(params, 'code', canPost)
  return answer.ok || answer.code === 'returned_to_app'
    ? expect.fail()
    : { ...answer.details, code: answer.code }
}

test.each<[ResultKind, AnswerParams, FullGrant]>([
  ['code', { code: 'c' }, { code: 'c' }],
  [
    'code',
    { code: 'c', user_id: 'u', external_id: 'e' },
    { code: 'c', userId: 'u', externalId: 'e' },
  ],
  ['code', { code: 'c', vehicle_id: 'v' }, { code: 'c', vehicleId: 'v' }],
  ['user_id', { user_id: 'u' }, { userId: 'u' }],
  ['user_id', { user_id: 'u', external_id: 'e' }, { userId: 'u', externalId: 'e' }],
  ['user_id', { user_id: 'u', vehicle_id: 'v' }, { userId: 'u' }],
  ['vehicle_id', { vehicle_id: 'v' }, { vehicleId: 'v' }],
  ['vehicle_id', { vehicle_id: 'v', user_id: 'u' }, { vehicleId: 'v', userId: 'u' }],
])('asked for %s, %o is a grant', { tags: ['F19'] }, (kind, params, grant) => {
  expect(grantIn(params, kind)).toEqual(grant)
})

test('the app’s own state comes from the app, not from the answer', () => {
  expect(grantIn({ code: 'c', state: 'theirs' }, 'code', 'ours')).toEqual({
    code: 'c',
    state: 'ours',
  })
})

test.each<[string, ResultKind, AnswerParams]>([
  ['nothing at all', 'code', {}],
  ['an empty code', 'code', { code: '' }],
  ['only what comes along', 'code', { external_id: 'e', virtual_key_url: 'https://tesla.com/' }],
  ['a user id instead of the code', 'code', { user_id: 'u' }],
  ['a vehicle id instead of the code', 'code', { vehicle_id: 'v' }],
  ['a code instead of the user id', 'user_id', { code: 'c' }],
  ['a code beside the user id', 'user_id', { code: 'c', user_id: 'u' }],
  ['a vehicle id instead of the user id', 'user_id', { vehicle_id: 'v' }],
  ['a user id instead of the vehicle id', 'vehicle_id', { user_id: 'u' }],
  ['a code beside the vehicle id', 'vehicle_id', { code: 'c', vehicle_id: 'v' }],
  ['a code and an error', 'code', { code: 'c', error: 'access_denied' }],
  ['a user id and an error', 'user_id', { user_id: 'u', error: 'access_denied' }],
  ['a code and an error of the same text', 'code', { code: 'same', error: 'same' }],
  ['a code and a user id of the same text', 'user_id', { code: 'same', user_id: 'same' }],
  ['a vehicle id and an error of the same text', 'vehicle_id', { vehicle_id: 'x', error: 'x' }],
])('%s is invalid_response', { tags: ['F18', 'F19', 'T12'] }, (_, kind, params) => {
  expect(codeOf(params, kind)).toBe('invalid_response')
})

test.each<[string, ResultKind, AnswerParams]>([
  ['a code of 1,025 characters', 'code', { code: 'c'.repeat(1025) }],
  ['a code with a space', 'code', { code: 'c d' }],
  ['a user id of 129 characters', 'user_id', { user_id: 'u'.repeat(129) }],
  ['a user id with a line break beside the code', 'code', { code: 'c', user_id: 'u\n' }],
  ['a vehicle id that is no ASCII', 'vehicle_id', { vehicle_id: 'é' }],
  ['an external id of 257 bytes', 'code', { code: 'c', external_id: `${'é'.repeat(128)}e` }],
])(
  '%s, which no backend takes, is invalid_response and is not sent',
  {
    tags: ['T13', 'F18'],
  },
  (_, kind, params) => {
    expect(codeOf(params, kind)).toBe('invalid_response')
  },
)

test('an empty id beside the result counts as left out, as the backend takes no empty one', () => {
  const empty = { user_id: '', vehicle_id: '', external_id: '', virtual_key_url: '' }
  expect(grantIn({ ...empty, code: 'c' }, 'code')).toEqual({ code: 'c' })
  expect(grantIn({ ...empty, code: '', user_id: 'u' }, 'user_id')).toEqual({ userId: 'u' })
})

test('of error, code and the asked-for result, exactly one is ever accepted', {
  tags: ['T12'],
}, () => {
  const value = fc.constantFrom(undefined, '', 'same', 'other')
  const params = fc.record({ error: value, code: value, user_id: value, vehicle_id: value })
  const kinds = fc.constantFrom<ResultKind>('code', 'user_id', 'vehicle_id')
  fc.assert(
    fc.property(params, kinds, (all, kind) => {
      const given = new Set(['error', 'code', kind].filter(name => all[name as 'code']))
      const valid = given.size === 1 && (given.has('error') || given.has(kind))
      expect(codeOf(all as AnswerParams, kind) !== 'invalid_response').toBe(valid)
    }),
  )
})

test.each([
  'access_denied',
  'invalid_subscription',
  'vehicle_incompatible',
  'no_vehicles',
  'configuration_error',
  'server_error',
])('%s keeps its own code', { tags: ['F17'] }, error => {
  expect(errorIn({ error, error_description: 'in their words' })).toMatchObject({
    code: error,
    providerError: error,
    providerErrorDescription: 'in their words',
  })
})

test('going back to the app is a cancellation', { tags: ['F17'] }, () => {
  const error = 'user_manually_returned_to_application'
  expect(readAnswer({ error }, 'code', canPost)).toEqual({ ok: false, code: 'returned_to_app' })
})

test.each(['user_cancelled', 'popup_blocked', 'constructor', '__proto__', 'x'.repeat(500)])(
  '%s is provider_error with at most 64 characters of it',
  { tags: ['F17'] },
  error => {
    expect(errorIn({ error })).toMatchObject({
      code: 'provider_error',
      providerError: error.slice(0, 64),
    })
  },
)

test('an incompatible vehicle is told as far as the person agreed', { tags: ['F17'] }, () => {
  const error = 'vehicle_incompatible'
  const vehicle = { vin: '0SCAUDI012FE3B132', make: 'AUDI', model: 'A4', year: '2012' }
  expect(errorIn({ error, ...vehicle })).toMatchObject({
    vehicle: { ...vehicle, year: 2012 },
  })
  const { model, ...noModel } = vehicle
  expect(errorIn({ error, ...noModel, year: 'old' })).toMatchObject({
    vehicle: { vin: vehicle.vin, make: 'AUDI', model: undefined, year: undefined },
  })
  expect(errorIn({ error, make: 'AUDI' })).toMatchObject({ vehicle: undefined })
  expect(model).toBe('A4')
})

test('a configuration error carries the provider’s status and message', { tags: ['F17'] }, () => {
  const params = { error: 'configuration_error', status_code: '400', error_message: 'no such app' }
  expect(errorIn(params)).toMatchObject({
    status: 400,
    providerErrorDescription: 'no such app',
  })
  expect(errorIn({ ...params, status_code: 'four' })).toMatchObject({
    status: undefined,
  })
})

test.each([
  'https://tesla.com/',
  'https://www.tesla.com/_ak/app.example',
  'https://a.b-c.tesla.com/x?y=1#z',
])('%s is passed on as the virtual key address', { tags: ['T18'] }, url => {
  expect(grantIn({ code: 'c', virtual_key_url: url }, 'code')).toMatchObject({
    virtualKeyUrl: url,
  })
})

test.each([
  ['https://tesla.com', 'https://tesla.com/'],
  ['HTTPS://WWW.Tesla.COM:443/_ak/app', 'https://www.tesla.com/_ak/app'],
  ['https://tesla.com/_ak/ä b"c', 'https://tesla.com/_ak/%C3%A4%20b%22c'],
])(
  'the virtual key address %j is passed on as %j, which the backend takes',
  {
    tags: ['T18'],
  },
  (url, virtualKeyUrl) => {
    expect(grantIn({ code: 'c', virtual_key_url: url }, 'code')).toMatchObject({ virtualKeyUrl })
  },
)

test.each([
  '',
  'tesla.com',
  '//tesla.com/',
  'http://tesla.com/',
  'javascript:alert(1)//tesla.com/',
  'javascript://tesla.com/%0aalert(1)',
  'data:text/html,https://tesla.com/',
  ' https://tesla.com/',
  '\nhttps://tesla.com/',
  'https://nottesla.com/',
  'https://tesla.com.evil.example/',
  'https://tesla.comevil.example/',
  'https://evil.example/tesla.com/',
  'https://evil.example/?https://tesla.com/',
  'https://evil.example#.tesla.com/',
  'https://evil.example\\.tesla.com/',
  'https://tesla.com@evil.example/',
  'https://tesla.com:x@evil.example/',
  'https://user@tesla.com/',
  'https://tesla.com\\@evil.example/',
  'https://tesla.com\t.evil.example/',
  'https://tesla.com.',
  'https://teslа.com/',
  'https:tesla.com/',
  'https:///tesla.com/',
  'https://tesla.com:8443/',
  `https://tesla.com/${'x'.repeat(500)}`,
])('%j is dropped', { tags: ['T18'] }, url => {
  expect(grantIn({ code: 'c', virtual_key_url: url }, 'code')).toEqual({ code: 'c' })
})

test('whatever passes has the host tesla.com or one below it, over https', {
  tags: ['T18'],
}, () => {
  const pieces = fc.constantFrom(
    'https:',
    '//',
    '/',
    '.',
    'tesla.com',
    'evil',
    '@',
    ':',
    '\\',
    '#',
    '?',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), parts => {
      const url = `https://${parts.join('')}`
      const { virtualKeyUrl } = grantIn({ code: 'c', virtual_key_url: url }, 'code')
      if (!virtualKeyUrl) return
      const { protocol, hostname } = new URL(virtualKeyUrl)
      expect(protocol).toBe('https:')
      expect(hostname).toMatch(/(^|\.)tesla\.com$/)
    }),
    { numRuns: 1000 },
  )
})

test('an answer with odd names changes no prototype and adds nothing to the grant', {
  tags: ['T28'],
}, () => {
  const params = JSON.parse('{"code":"c","__proto__":"x","constructor":"y","admin":"z"}')
  expect(grantIn(params, 'code')).toEqual({ code: 'c' })
  expect(({} as { admin?: string }).admin).toBeUndefined()
})

test('no error holds the code', { tags: ['T32'] }, () => {
  const canary = 'canary-code'
  const answer = readAnswer({ code: canary, error: 'access_denied' }, 'code', canPost)
  expect(JSON.stringify(answer)).not.toContain(canary)
})
