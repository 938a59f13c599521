// The jar keeps cookies as a browser does.

import { expect, test } from 'vitest'
import { createCookieJar } from './cookie-jar.ts'

test('keeps the last value of a name, until it ends', () => {
  const jar = createCookieJar([['kept', '1']])
  jar.take('a=2.3; Path=/; Max-Age=1800; HttpOnly; SameSite=Strict; Secure')
  jar.take('a=4=5; Path=/; Max-Age=900')
  expect(jar.header()).toBe('kept=1; a=4=5')
  jar.take('kept=; Path=/; Max-Age=0; HttpOnly')
  expect(jar.entries()).toEqual([['a', '4=5']])
  jar.take('nonsense')
  expect(jar.header()).toBe('a=4=5')
})
