// The diagnosis on a real page: this test's own.

import { afterEach, expect, test, vi } from 'vitest'
import { packageFolder } from '../../test/package-folder.ts'
import { diagnoseConnect } from './diagnose.ts'

afterEach(() => vi.restoreAllMocks())

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

test('finds no fault in the scripts of both pages as they are shipped', {
  tags: ['F69'],
}, async () => {
  for (const page of ['redirect.html', 'redirect-files/smartcar-redirect.html']) {
    for (const at of [location.origin + packageFolder, packageFolder]) {
      const codes = await codesOf({
        clientId: 'app',
        redirectUri: `${at}/${page}`,
        exchange: '/api',
      })
      expect(
        codes.filter(code => /redirect_(?!headers)/.test(code)),
        page,
      ).toEqual([])
    }
  }
})

test('finds a script that a minifier changed, and one that is not served', {
  tags: ['F69'],
}, async () => {
  const real = fetch
  for (const page of ['redirect.html', 'redirect-files/smartcar-redirect.html']) {
    vi.spyOn(window, 'fetch').mockImplementation(async (address, init) => {
      const response = await real(address, init)
      if (!`${address}`.includes('redirect')) return response
      if (`${address}`.endsWith('.js'))
        return new Response('<p>The app', { headers: { 'Content-Type': 'text/html' } })
      const text = (await response.text()).replace('(function(){', '(()=>{')
      const { status, headers } = response
      return Object.defineProperty(new Response(text, { status, headers }), 'url', {
        value: `${address}`,
      })
    })
    const at = `${location.origin}${packageFolder}/${page}`
    expect(await codesOf({ clientId: 'app', redirectUri: at, exchange: '/api' }), page).toContain(
      'redirect_script_blocked',
    )
  }
})

async function codesOf(options: Parameters<typeof diagnoseConnect>[0]): Promise<string[]> {
  return (await diagnoseConnect(options)).map(({ code }) => code)
}
