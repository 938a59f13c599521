// Limit and offset.

import { expect, test } from 'vitest'
import { readPaging } from './paging.ts'

test('starts at the beginning with ten, or with what the list says', () => {
  expect(readPaging(new URLSearchParams())).toEqual({ ok: true, limit: 10, offset: 0 })
  expect(readPaging(new URLSearchParams(), 99)).toEqual({ ok: true, limit: 99, offset: 0 })
  expect(readPaging(new URLSearchParams('limit=50&offset=3'), 99)).toEqual({
    ok: true,
    limit: 50,
    offset: 3,
  })
})

test.each([
  ['limit=0', 'limit'],
  ['limit=51', 'limit'],
  ['limit=x', 'limit'],
  ['limit=-1', 'limit'],
  ['limit=', 'limit'],
  ['offset=-1', 'offset'],
  ['offset=1.5', 'offset'],
])('refuses %s and names the field', (query, field) => {
  expect(readPaging(new URLSearchParams(query))).toMatchObject({
    ok: false,
    fault: { type: 'VALIDATION', fields: [{ field, message: expect.any(String) }] },
  })
})
