// What the journal shows of parameters.

import { expect, test } from 'vitest'
import { maskParameters } from './journal.ts'

test('shows no secret, but shows that two are the same', () => {
  const masked = maskParameters([
    ['code', 'code-secret'],
    ['state', 'state-secret'],
    ['client_secret', 'client-secret'],
    ['refresh_token', 'refresh-secret'],
    ['password', 'password-secret'],
    ['redirect_uri', 'http://localhost:5173/cb?key=query-secret'],
    ['redirect_uri', 'http://me:pass-secret@localhost:5173/cb#fragment-secret'],
    ['app_origin', 'http://localhost:5173/?key=origin-secret'],
    ['code_verifier', 'verifier-secret'],
    ['Client_Secret', 'capital-secret'],
    ['token', 'any-secret'],
    ['{"client_secret":"json-secret"}', ''],
  ])
  expect(JSON.stringify(masked)).not.toMatch(/-secret/)
  expect(masked.redirect_uri).toBe('http://localhost:5173/cb, http://localhost:5173/cb')
  expect(maskParameters([['code', 'code-secret']]).code).toBe(masked.code)
  expect(maskParameters([['code', 'another-secret']]).code).not.toBe(masked.code)
})

test('shows a repeat as such, cuts what is long, and takes any name', () => {
  expect(
    maskParameters([
      ['scope', 'a'],
      ['scope', 'b'],
    ]),
  ).toEqual({ scope: 'a, b' })
  expect(maskParameters([['user', 'x'.repeat(500)]]).user).toHaveLength(201)
  expect(Object.keys(maskParameters([['__proto__', 'x']]))).toEqual(['__proto__'])
})
