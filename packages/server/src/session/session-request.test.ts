// The posted session request: an exact shape or nothing.

import { expect, test } from 'vitest'
import { parseSessionRequest } from './session-request.ts'

function parse(value: unknown) {
  return parseSessionRequest(new TextEncoder().encode(JSON.stringify(value)))
}

test.each([
  [{}],
  [{ state: 'täb 2' }],
  [{ vehicleId: 'car' }],
  [{ state: '', vehicleId: 'v'.repeat(128) }],
  [{ state: 's'.repeat(1000) }],
  [{ state: 'é'.repeat(500) }],
  [{ state: '{\n\t"a": 1\r\n}' }],
])('reads %j', value => {
  expect(parse(value)).toEqual(value)
})

test.each([
  ['an unknown field', { scope: 'all' }],
  ['a number as state', { state: 1 }],
  ['an array', []],
  ['nothing', null],
])('refuses %s', { tags: ['T12'] }, (_, value) => {
  expect(parse(value)).toBeUndefined()
})

test.each([
  ['a long state', { state: 's'.repeat(1001) }],
  ['a state of more than 1,000 bytes', { state: 'é'.repeat(501) }],
  ['a NUL in the state', { state: 'a\0b' }],
  ['a lone surrogate in the state', { state: '\ud800' }],
  ['an empty vehicle', { vehicleId: '' }],
  ['a long vehicle', { vehicleId: 'v'.repeat(129) }],
  ['a space in the vehicle', { vehicleId: 'a b' }],
  ['a NUL in the vehicle', { vehicleId: 'a\0' }],
])('refuses %s', { tags: ['T13'] }, (_, value) => {
  expect(parse(value)).toBeUndefined()
})

test('reads no key from the prototype', { tags: ['T28'] }, () => {
  expect(parse({ constructor: 'x' })).toBeUndefined()
  expect(parseSessionRequest(new TextEncoder().encode('{"__proto__":"x"}'))).toBeUndefined()
})
