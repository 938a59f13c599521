// Unguessable values.

import { expect, test } from 'vitest'
import { randomToken } from './random-token.ts'

test('is 32 bytes of base64url, and another one each time', { tags: ['T37'] }, () => {
  const tokens = Array.from({ length: 1_000 }, randomToken)
  expect(tokens.filter(token => !/^[\w-]{43}$/.test(token))).toEqual([])
  expect(new Set(tokens).size).toBe(1_000)
})
