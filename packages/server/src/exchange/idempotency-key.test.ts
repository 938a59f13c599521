// Which keys are long enough to be one person's alone.

import { expect, test } from 'vitest'
import { idempotencyKey } from './idempotency-key.ts'

function read(key: string) {
  return idempotencyKey(new Request('https://app.test', { headers: { 'idempotency-key': key } }))
}

test.each([22, 43, 64])('reads a key of %i characters', length => {
  const key = 'aZ9_-'.repeat(13).slice(0, length)
  expect(read(key)).toBe(key)
})

test.each([
  ['21 characters', 'k'.repeat(21)],
  ['65 characters', 'k'.repeat(65)],
  ['a space', `${'k'.repeat(30)} ${'k'.repeat(10)}`],
  ['a quote', `"${'k'.repeat(30)}"`],
  ['nothing', ''],
])('reads no key of %s', (_, key) => {
  expect(read(key)).toBeUndefined()
})

test('reads no key that is not there', () => {
  expect(idempotencyKey(new Request('https://app.test'))).toBeUndefined()
})
