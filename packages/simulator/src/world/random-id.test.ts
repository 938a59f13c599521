// Unguessable values.

import { expect, test } from 'vitest'
import { randomId } from './random-id.ts'

test('is 64 hexadecimal digits and never the same', () => {
  const ids = new Set(Array.from({ length: 1000 }, randomId))
  expect(ids.size).toBe(1000)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{64}$/)
})
