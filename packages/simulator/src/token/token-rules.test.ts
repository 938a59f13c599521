// The rules of codes and refresh tokens.

import { expect, test } from 'vitest'
import type { CodeRecord, RefreshToken } from '../memory/grant.ts'
import { decideCode, mayRefresh } from './token-rules.ts'

const code: CodeRecord = {
  grantId: 'g',
  clientId: 'shop',
  redirectUri: 'https://shop.example/back',
  expiresAtMs: 1000,
  used: false,
}

test.each([
  ['a fresh code', code, 'shop', code.redirectUri, 999, true, false],
  ['an expired code', code, 'shop', code.redirectUri, 1000, false, false],
  ['a used code', { ...code, used: true }, 'shop', code.redirectUri, 0, false, true],
  ['a used and expired code', { ...code, used: true }, 'shop', code.redirectUri, 2000, false, true],
  ['a code of another client', code, 'other', code.redirectUri, 0, false, false],
  ['a used code, by another client', { ...code, used: true }, 'other', '', 0, false, false],
  ['another redirect URI', code, 'shop', 'https://shop.example/', 0, false, false],
  ['no redirect URI', code, 'shop', undefined, 0, false, false],
  ['an unknown code', undefined, 'shop', code.redirectUri, 0, false, false],
])('decides about %s', (_what, record, clientId, redirectUri, nowMs, ok, revoke) => {
  const decision = decideCode(record, clientId, redirectUri, nowMs)
  expect(decision.ok).toBe(ok)
  expect(!decision.ok && decision.revoke).toBe(revoke)
})

const token: RefreshToken = { grantId: 'g', clientId: 'shop', expiresAtMs: 10_000 }

test.each([
  ['a fresh token', token, 'shop', 9999, true],
  ['an expired token', token, 'shop', 10_000, false],
  ['a token of another client', token, 'other', 0, false],
  ['an unknown token', undefined, 'shop', 0, false],
  ['a replaced token within its grace', { ...token, replacedAtMs: 100 }, 'shop', 159, true],
  ['a replaced token after its grace', { ...token, replacedAtMs: 100 }, 'shop', 160, false],
])('decides about %s', (_what, record, clientId, nowMs, ok) => {
  expect(mayRefresh(record, clientId, nowMs, 60)).toBe(ok)
})
