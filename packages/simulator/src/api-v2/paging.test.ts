// Limit and offset.

import { expect, test } from 'vitest'
import { readPaging } from './paging.ts'

test('starts at the beginning with ten', () => {
  expect(readPaging(new URLSearchParams())).toEqual({ ok: true, limit: 10, offset: 0 })
  expect(readPaging(new URLSearchParams('limit=50&offset=3'))).toMatchObject({
    limit: 50,
    offset: 3,
  })
})

test.each(['limit=0', 'limit=51', 'limit=x', 'limit=-1', 'offset=-1', 'offset=1.5'])(
  'refuses %s',
  query => {
    expect(readPaging(new URLSearchParams(query)).ok).toBe(false)
  },
)
