// What means JSON, and what only looks like it.

import { expect, test } from 'vitest'
import { isJsonMediaType } from './media-type.ts'

test.each([
  'application/json',
  'Application/JSON',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json ; charset="utf-8" ; q=1',
  'application/json; profile="a; b \\" c"',
  'application/json;',
  'application/json; ; charset=utf-8',
])('takes %s', { tags: ['T33'] }, contentType => {
  expect(isJsonMediaType(contentType)).toBe(true)
})

test.each([
  null,
  '',
  'text/plain',
  'text/plain; a=application/json',
  'application/json;x',
  'application/json; charset',
  'application/json; charset=',
  'application/json; =utf-8',
  'application/json; a="b',
  'application/json, text/plain',
  'application/json+x',
  'application/jsonp',
  'application/problem+json',
  'multipart/form-data; boundary=application/json',
])('does not take %s', { tags: ['T33'] }, contentType => {
  expect(isJsonMediaType(contentType)).toBe(false)
})
