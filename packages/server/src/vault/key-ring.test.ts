// The configured keys are checked at creation.

import { expect, test } from 'vitest'
import { randomToken } from '../crypto/random-token.ts'
import { createKeyRing } from './key-ring.ts'

test('writes with the first key and finds all', async () => {
  const ring = createKeyRing([
    { kid: 'b', secret: randomToken() },
    { kid: 'a', secret: randomToken() },
  ])
  expect(ring.currentKid).toBe('b')
  expect(await ring.find('a')).not.toBe(await ring.find('b'))
})

test('names a missing key to the operator instead of falling back', { tags: ['F55'] }, async () => {
  const ring = createKeyRing([{ kid: 'a', secret: randomToken() }])
  await expect(ring.find('b')).rejects.toMatchObject({ code: 'key_missing' })
})

test.each([
  ['no key', []],
  ['a short secret', [{ kid: 'a', secret: 'short' }]],
  ['a password', [{ kid: 'a', secret: 'correct horse battery staple correct horse!' }]],
  ['an empty kid', [{ kid: '', secret: randomToken() }]],
  ['a kid with spaces', [{ kid: 'a b', secret: randomToken() }]],
])('refuses %s', (_, keys) => {
  expect(() => createKeyRing(keys)).toThrow(TypeError)
})

test('refuses a kid that is there twice, and never shows a secret', () => {
  const secret = randomToken()
  const keys = [
    { kid: 'a', secret },
    { kid: 'a', secret: `${secret}x` },
  ]
  expect(() => createKeyRing(keys)).toThrow(/occurs twice/)
  expect(() => createKeyRing([{ kid: 'a', secret: `${secret}x` }])).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(secret) }),
  )
})
