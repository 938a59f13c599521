// What headers mean, in every way that they are written.

import { expect, test } from 'vitest'
import { isJson, isProblem, secondsUntilRetry } from './response-headers.ts'

test.each([
  ['application/json', true],
  ['Application/JSON', true],
  ['application/json;charset=utf-8', true],
  ['application/json ; charset=UTF-8', true],
  ['application/problem+json', true],
  ['application/vnd.app.v2+JSON; a="b"', true],
  ['text/json', true],
  ['image/svg+json', true],
  ['', false],
  ['json', false],
  ['notjson', false],
  ['application/notjson', false],
  ['application/jsonp', false],
  ['application/json5', false],
  ['application/json-seq', false],
  ['application/json+xml', false],
  ['application/+json', false],
  ['video/json', false],
  ['text/html; format=json', false],
  ['text/html; a=application/json', false],
  ['text/plain, application/json', false],
])('%j is JSON: %s', { tags: ['F23'] }, (type, is) => {
  expect(isJson(type)).toBe(is)
})

test.each([
  ['application/problem+json', true],
  ['APPLICATION/Problem+JSON; charset=utf-8', true],
  ['application/json', false],
  ['application/json; profile=problem', false],
  ['application/problem+jsonp', false],
  ['application/problem+xml', false],
  ['x-application/problem+json', false],
])('%j is a problem document: %s', { tags: ['F20'] }, (type, is) => {
  expect(isProblem(type)).toBe(is)
})

test.each<[string, string | undefined, number | undefined]>([
  ['120', undefined, 120],
  ['0', undefined, 0],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:26:30 GMT', 90],
  ['Wednesday, 21-Oct-26 07:28:00 GMT', 'Wed, 21 Oct 2026 07:27:59 GMT', 1],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 08:00:00 GMT', 0],
  ['soon', undefined, undefined],
  ['-5', undefined, undefined],
  ['1.5', undefined, undefined],
  ['1e3', undefined, undefined],
  ['2026', 'Wed, 21 Oct 2026 07:28:00 GMT', 2026],
  ['2026-10-21', undefined, undefined],
  ['never GMT', undefined, undefined],
])('Retry-After %j at %j is %s seconds', { tags: ['F73'] }, (retryAfter, date, seconds) => {
  const headers = new Headers({ 'Retry-After': retryAfter, ...(date && { Date: date }) })
  expect(secondsUntilRetry(headers)).toBe(seconds)
})

test('without a Date of the backend, a date is compared with the own clock', {
  tags: ['F73'],
}, () => {
  const inAMinute = new Date(Date.now() + 60_000).toUTCString()
  for (const date of [undefined, 'nonsense']) {
    const headers = new Headers({ 'Retry-After': inAMinute, ...(date && { Date: date }) })
    expect(Math.abs((secondsUntilRetry(headers) ?? 0) - 60)).toBeLessThan(3)
  }
  expect(secondsUntilRetry(new Headers())).toBeUndefined()
})
