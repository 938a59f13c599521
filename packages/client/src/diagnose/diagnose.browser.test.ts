// The diagnosis on a real page: this test's own.

import { afterEach, expect, test, vi } from 'vitest'
import { packageFolder } from '../../test/package-folder.ts'
import { redirectPage } from '../redirect-page/page.ts'
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

// Answers in the place of a server. Everything else is asked for real.
function serve(
  answer: (address: URL, init: RequestInit) => Response | Promise<Response> | undefined,
) {
  const real = fetch
  vi.spyOn(window, 'fetch').mockImplementation(async (address, init = {}) => {
    const url = new URL(`${address}`, location.href)
    const response = await answer(url, init)
    return response
      ? Object.defineProperty(response, 'url', { value: response.url || url.href })
      : real(address, init)
  })
}

const { html, headers } = redirectPage()

function checked(check: string): Response {
  return Response.json({ check })
}

test('with a backend alone, its two endpoints and its redirect page are asked, and nothing starts', async () => {
  const asked: string[] = []
  const posts: [string, RequestInit][] = []
  const pages: (RequestCredentials | undefined)[] = []
  serve(({ pathname }, init) => {
    if (pathname === '/api/smartcar/redirect') {
      pages.push(init.credentials)
      return new Response(html, { headers })
    }
    if (!pathname.startsWith('/api/smartcar/')) return undefined
    asked.push(`${init.method} ${pathname.split('/').at(-1)}`)
    if (init.method === 'GET') return checked('post')
    posts.push([pathname, init])
    return checked('passed')
  })
  const codes = await codesOf({ backend: '/api/smartcar' })
  expect(codes.filter(code => /^(endpoint|redirect|invalid|part)/.test(code))).toEqual([])
  expect(posts.map(([pathname]) => pathname).sort()).toEqual([
    '/api/smartcar/exchange',
    '/api/smartcar/session',
  ])
  expect(asked.sort()).toEqual(['GET exchange', 'GET session', 'POST exchange', 'POST session'])
  for (const [, { method, body, credentials, headers, redirect }] of posts) {
    expect({ method, body, credentials, redirect }).toEqual({
      method: 'POST',
      body: '{}',
      credentials: 'include',
      redirect: 'manual',
    })
    expect(new Headers(headers).get('X-Smartcar-Connect')).toBe('check')
  }
  expect(pages).toEqual(['same-origin', 'omit'])
})

test.each<[string, string, (address: URL, init: RequestInit) => Response | Promise<Response>]>([
  [
    'endpoint_refused',
    'a handler that knows another origin',
    (_, { method }) => checked(method === 'GET' ? 'post' : 'origin'),
  ],
  [
    'endpoint_missing',
    'the shell',
    () => new Response('<p>', { headers: { 'Content-Type': 'text/html' } }),
  ],
  ['endpoint_unreachable', 'nobody', () => Promise.reject(new TypeError('Failed to fetch'))],
  [
    'endpoint_failed',
    'a wrong option',
    () => Response.json({ code: 'configuration' }, { status: 500 }),
  ],
])('%s where %s answers at the routes of a backend', { tags: ['F43'] }, async (code, _, answer) => {
  serve((address, init) =>
    /\/api\/smartcar\/(session|exchange)$/.test(address.pathname)
      ? answer(address, init)
      : undefined,
  )
  const codes = await codesOf({ backend: '/api/smartcar' })
  expect(codes.filter(code => code.startsWith('endpoint'))).toEqual([code])
})

test('a redirect page behind a login is found, as a warning of its own', async () => {
  serve(({ pathname }, { credentials }) => {
    if (pathname !== '/api/smartcar/redirect') return undefined
    if (credentials !== 'omit') return new Response(html, { headers })
    const login = new Response('<p>Log in')
    return Object.defineProperty(login, 'url', { value: `${location.origin}/login` })
  })
  const findings = await diagnoseConnect({ backend: '/api/smartcar' })
  expect(findings.find(({ code }) => code === 'redirect_behind_login')?.severity).toBe('warning')
})

test('an endpoint that does not know the check gets no post', async () => {
  const methods: string[] = []
  serve(({ pathname }, { method = 'GET' }) => {
    if (!pathname.startsWith('/api/')) return undefined
    methods.push(method)
    return Response.json({ number: 1 })
  })
  await diagnoseConnect({
    clientId: 'app',
    redirectUri,
    exchange: '/api/exchange',
    session: '/api/session',
  })
  await diagnoseConnect({ backend: '/api/smartcar' })
  expect(methods).toEqual(Array(methods.length).fill('GET'))
  expect(methods.length).toBeGreaterThan(3)
})

test('an exchange that is a function is not called', async () => {
  const exchange = vi.fn()
  await diagnoseConnect({ clientId: 'app', redirectUri, exchange })
  expect(exchange).not.toHaveBeenCalled()
})

test('a replaced window.open is told', async () => {
  expect(await codesOf({})).not.toContain('open_replaced')
  vi.spyOn(window, 'open').mockImplementation(() => null)
  expect(await codesOf({})).toContain('open_replaced')
})

async function codesOf(options: Parameters<typeof diagnoseConnect>[0]): Promise<string[]> {
  return (await diagnoseConnect(options)).map(({ code }) => code)
}
