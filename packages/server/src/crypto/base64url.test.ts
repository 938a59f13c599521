// Both ways, against Node's own.

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from './base64url.ts'

test('writes and reads what Node writes and reads', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = new Uint8Array(randomBytes(length))
    const text = Buffer.from(bytes).toString('base64url')
    expect(encodeBase64Url(bytes)).toBe(text)
    expect(decodeBase64Url(text)).toEqual(bytes)
  }
})

test.each(['a+b', 'a/b', 'YQ==', 'a b'])('refuses %s', text => {
  expect(() => decodeBase64Url(text)).toThrow(TypeError)
})
