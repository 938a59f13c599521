// What bodies that are no objects are read as.

import { expect, test } from 'vitest'
import { jsonFields } from './json-fields.ts'

test.each(['', 'no JSON', 'null', '7', '"text"', '["a"]'])('the body %j has no fields', body => {
  expect(jsonFields(body)).toEqual({})
})

test('an object has its fields, whatever they hold', () => {
  expect(jsonFields('{ "percent": 80, "place": null }')).toEqual({ percent: 80, place: null })
})
