// Secrets that were cut, split or written inside something else.

import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createRedactor } from './redact.ts'

const secret = 'q7Zt2-Lm9_Xc4Vb8Nn1Kj6Hg3Fd5Sa0Po'

test.each<[string, unknown]>([
  ['its beginning', { message: `Invalid code: ${secret.slice(0, 20)}…` }],
  ['its end', { message: `…${secret.slice(-18)}` }],
  ['its middle', { message: `before ${secret.slice(5, 22)} after` }],
  ['halves in two fields', { one: secret.slice(0, 16), two: secret.slice(16) }],
  ['Base64 of more, behind one byte', btoa(`a${secret}`)],
  ['Base64 of more, behind two bytes', btoa(`ab${secret}&more`)],
  ['hexadecimal digits in capitals', Buffer.from(secret).toString('hex').toUpperCase()],
])('a cut or hidden secret was shown: %s', { tags: ['F64', 'T32'] }, (_, thrown) => {
  const shown = inspect(createRedactor([secret])(thrown))
  expect(shown).toContain('[redacted]')
  for (let at = 0; at + 15 <= secret.length; at += 1) {
    expect(shown).not.toContain(secret.slice(at, at + 15))
  }
})

test('leaves texts that only begin alike', () => {
  const redact = createRedactor(['session-of-ada-and-no-other'])
  expect(redact('a session-of is no secret')).toBe('a session-of is no secret')
})

test('a secret of one letter takes no more time than another', { tags: ['F64'] }, () => {
  const startMs = performance.now()
  createRedactor(['a'.repeat(1024)])(`${'a'.repeat(1000)}b`.repeat(20))
  expect(performance.now() - startMs).toBeLessThan(2000)
})

test('a list without an end took the process with it', { tags: ['F64'] }, () => {
  const list: unknown[] = []
  list.length = 2 ** 31
  class Endless extends Set<number> {
    override *[Symbol.iterator](): SetIterator<number> {
      for (;;) yield 1
    }
  }
  const shown = createRedactor([secret])({ list, endless: new Endless() })
  expect(JSON.stringify(shown).length).toBeLessThan(20_000)
})
