// The address of Connect with any text at all in any option.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildConnectUrl, type ConnectParams } from './connect-url.ts'

const redirectUri = 'https://app.example/smartcar-redirect.html'
const base: ConnectParams = { clientId: 'app', redirectUri }
const vin = '0SCAUDI012FE3B132'

// Ordinary texts, hostile ones, and every character there is.
const anyText = fc.oneof(
  fc.string({ unit: fc.nat(0xffff).map(unit => String.fromCharCode(unit)) }),
  fc.string(),
  fc.constantFrom(
    '&state=evil',
    'x&code=1#',
    '%26state%3Devil',
    'a+b c',
    'x\r\nSet-Cookie: a=b',
    '\0',
    '?',
    '=',
    ';',
    '\ud800',
    '"><script>',
    '../../',
    '__proto__',
  ),
)
function option(text: fc.Arbitrary<unknown>) {
  return fc.option(text, { nil: undefined })
}
const anyParams = fc.record(
  {
    applicationId: option(anyText),
    clientId: option(anyText),
    redirectUri: fc.oneof(
      anyText,
      anyText.map(text => `https://app.example/${text}`),
    ),
    responseType: option(fc.oneof(anyText, fc.constantFrom('code', 'none'))),
    scope: option(fc.array(anyText, { maxLength: 3 })),
    approvalPrompt: option(fc.oneof(anyText, fc.constant('force'))),
    mode: option(fc.oneof(anyText, fc.constant('live'))),
    make: option(anyText),
    singleSelect: option(fc.oneof(anyText, fc.boolean())),
    singleSelectVin: option(fc.oneof(anyText, fc.constant(vin))),
    flags: option(fc.dictionary(anyText, anyText, { maxKeys: 3 })),
    user: option(anyText),
    externalId: option(fc.oneof(anyText, fc.constant(null))),
    vehicleId: option(anyText),
    appOrigin: option(anyText),
    state: option(anyText),
  },
  { requiredKeys: [] },
)

// What the address must hold, written without looking at how it is built. URLs know no lone surrogates.
function expected(params: Record<string, unknown>, state: string): Record<string, string> {
  const { vehicleId } = params
  const first = 'scope approvalPrompt mode make singleSelect singleSelectVin flags user appOrigin'
  const sent: Record<string, string> = {}
  for (const [name, value] of Object.entries({ responseType: 'code', ...params, state })) {
    if (value === undefined || value === '' || (vehicleId && first.split(' ').includes(name)))
      continue
    const words = Array.isArray(value)
      ? [...new Set(value)].filter(word => !value.includes(`required:${word}`))
      : value && typeof value === 'object'
        ? Object.entries(value).map(([flag, setting]) => `${flag}:${upper(flag, setting)}`)
        : [upper(name, value)]
    if (!words.length) continue
    const key = name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
    sent[key] = Buffer.from(words.join(' ')).toString()
  }
  const asksForCode = !params.responseType || params.responseType === 'code'
  if (asksForCode) sent.response_type = vehicleId ? 'vehicle_id' : 'code'
  return sent
}

// These Smartcar knows in upper case.
function upper(name: string, value: unknown): string {
  const isCode = ['make', 'singleSelectVin', 'country'].includes(name)
  return isCode ? `${value}`.toUpperCase() : `${value}`
}

function buildsAsExpected(params: Record<string, unknown>, state: string): boolean {
  let url: URL
  try {
    url = buildConnectUrl(params as ConnectParams, state)
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return false
  }
  const pairs = [...new URL(url.href).searchParams].sort()
  expect(pairs).toEqual(Object.entries(expected(params, state)).sort())
  expect(url.origin).toBe('https://connect.smartcar.com')
  expect(url.hash).toBe('')
  return true
}

test('any texts in any options are refused, or arrive once each and unchanged', {
  tags: ['T30'],
}, () => {
  let built = 0
  fc.assert(
    fc.property(anyParams, anyText, (params, state) => {
      if (buildsAsExpected(params, state)) built++
    }),
    { numRuns: 1000 },
  )
  // Mostly refusals would prove little: the next test has none.
  expect(built).toBeGreaterThan(0)
})

test.each(['clientId', 'make', 'user', 'appOrigin'])(
  'any text in %s arrives as it is, and nothing beside it',
  { tags: ['T30'] },
  name => {
    let built = 0
    fc.assert(
      fc.property(anyText, anyText, (text, state) => {
        if (buildsAsExpected({ ...base, [name]: text }, state)) built++
      }),
    )
    expect(built).toBeGreaterThan(50)
  },
)
