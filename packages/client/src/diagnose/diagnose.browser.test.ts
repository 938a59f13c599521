// The diagnosis on a real page: this test's own.

import { expect, test } from 'vitest'
import { diagnoseConnect } from './diagnose.ts'

const redirectUri = `${location.origin}/no-such-page-${crypto.randomUUID()}.html`

test('tells options that cannot work, and a redirect page on another origin', {
  tags: ['F45'],
}, async () => {
  const codes = await codesOf({ clientId: 'app', redirectUri: 'https://elsewhere.example/r.html' })
  expect(codes).toContain('invalid_options')
  expect(codes).toContain('redirect_on_other_origin')
})

test('tells that something else is served at the redirect path', { tags: ['F43'] }, async () => {
  const codes = await codesOf({ clientId: 'app', redirectUri, exchange: '/api' })
  expect(codes.some(code => ['redirect_swallowed', 'redirect_unreachable'].includes(code))).toBe(
    true,
  )
  expect(codes).not.toContain('invalid_options')
})

test('tells that no click is being handled', async () => {
  expect(await codesOf({})).toContain('no_user_gesture')
})

async function codesOf(options: Parameters<typeof diagnoseConnect>[0]): Promise<string[]> {
  return (await diagnoseConnect(options)).map(({ code }) => code)
}
