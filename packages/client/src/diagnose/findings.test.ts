// What each fact means: one fault at a time on a page where all else is well.

import { expect, test } from 'vitest'
import { redirectPage } from '../redirect-page/page.ts'
import type { Facts } from './facts.ts'
import { findings } from './findings.ts'

const { html, headers } = redirectPage()
const origin = 'https://app.example'
const redirectUri = `${origin}/smartcar-redirect.html`

const well: Facts = {
  windowOrigin: origin,
  origin,
  secure: true,
  crossSiteFrame: false,
  sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  userGesture: true,
  page: page(`${origin}/`, '', { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' }),
  redirectUri,
  redirect: page(redirectUri, html, headers),
  redirectWithoutCookies: page(redirectUri, html, headers),
}

function page(url: string, text: string, sent: Record<string, string>, status = 200) {
  return { status, url, text, headers: new Headers(sent) }
}

function codes(change: Partial<Facts>): string[] {
  return findings({ ...well, ...change }).map(({ code }) => code)
}

test('finds nothing where all is well', () => {
  expect(findings(well)).toEqual([])
})

test.each<[string, Partial<Facts>]>([
  ['invalid_options', { optionsError: '`mode` must match …' }],
  ['page_sandboxed', { windowOrigin: 'null' }],
  ['popup_sandboxed', { sandbox: 'allow-scripts allow-same-origin allow-popups' }],
  ['page_in_cross_site_frame', { crossSiteFrame: true }],
  ['page_insecure', { secure: false }],
  ['no_user_gesture', { userGesture: false }],
  ['open_replaced', { openReplaced: true }],
  ['part_not_loaded', { lateError: 'Failed to fetch' }],
  ['unknown_permission', { scope: ['read_odometr'] }],
  ['simulator_missing', { simulator: { origin: 'http://localhost:4010', answer: 'nobody' } }],
  ['redirect_behind_login', { redirectWithoutCookies: null }],
  ['redirect_behind_login', { redirectWithoutCookies: page(redirectUri, '', {}, 401) }],
  ['redirect_behind_login', { redirectWithoutCookies: page(`${origin}/login`, html, {}) }],
  ['redirect_behind_login', { redirectWithoutCookies: page(redirectUri, 'Log in', {}) }],
  [
    'page_isolated',
    { page: page(`${origin}/`, '', { 'Cross-Origin-Opener-Policy': 'same-origin' }) },
  ],
  ['page_unprotected', { page: page(`${origin}/`, '', {}) }],
  ['redirect_on_other_origin', { redirectUri: 'https://www.app.example/smartcar-redirect.html' }],
  ['redirect_on_other_origin', { redirectUri: 'nonsense' }],
  ['redirect_unreachable', { redirect: undefined }],
  ['redirect_unreachable', { redirect: page(redirectUri, html, headers, 404) }],
  [
    'redirect_swallowed',
    {
      redirect: page(redirectUri, '<div id="root"></div>', headers),
      redirectWithoutCookies: page(redirectUri, '<div id="root"></div>', headers),
    },
  ],
  [
    'redirect_isolated',
    {
      redirect: page(redirectUri, html, {
        ...headers,
        'Cross-Origin-Opener-Policy': 'same-origin',
      }),
    },
  ],
  ['redirect_headers', { redirect: page(redirectUri, html, {}) }],
])('%s', (code, change) => {
  expect(codes(change)).toEqual([code])
})

test.each(['/smartcar-redirect', '/smartcar-redirect.html/'])(
  'a host that answers from %s instead is redirect_rewritten',
  { tags: ['F44'] },
  path => {
    const redirect = page(origin + path, html, headers)
    expect(codes({ redirect, redirectWithoutCookies: redirect })).toEqual(['redirect_rewritten'])
  },
)

test('names the headers that are missing', () => {
  const [finding] = findings({
    ...well,
    redirect: page(redirectUri, html, { ...headers, 'Cache-Control': 'max-age=600' }),
  })
  expect(finding?.message).toContain('Cache-Control')
  expect(finding?.message).not.toContain('Referrer-Policy')
})

test('tells errors first, each with what to do', () => {
  const found = findings({ ...well, secure: false, windowOrigin: 'null' })
  expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning'])
  for (const { message, advice } of found) expect(message && advice).toMatch(/\.$/)
})

test.each([
  'HTTPS://App.Example/smartcar-redirect.html',
  'https://app.example:443/smartcar-redirect.html',
  'https://app.example/a/../smartcar-redirect.html',
  'https://app.example/smartcar-redirect.html#',
])('%s is the same address, and not rewritten', written => {
  expect(codes({ redirectUri: written })).toEqual([])
})

test('a script that cannot run is among the findings, before the warnings', {
  tags: ['F69'],
}, () => {
  const redirectScripts = [{ text: 'smartcar-connect', hashes: ['sha256-other'] }]
  const change = { redirectScripts, redirect: page(redirectUri, html, {}) }
  expect(codes(change)).toEqual(['redirect_script_blocked', 'redirect_headers'])
})

test('headers that mean the same are the same, however they are written', () => {
  const written = {
    'Content-Security-Policy': "default-src 'self'; Frame-Ancestors  'NONE'",
    'Referrer-Policy': 'strict-origin, No-Referrer',
    'Cache-Control': 'private, NO-STORE',
    'X-Content-Type-Options': 'NoSniff',
    'Cross-Origin-Opener-Policy': 'unsafe-none; report-to="coop"',
  }
  expect(codes({ redirect: page(redirectUri, html, written) })).toEqual([])
  const other = {
    ...written,
    'Referrer-Policy': 'no-referrer, strict-origin',
    'Cache-Control': 'no-storeage',
  }
  const [finding] = findings({ ...well, redirect: page(redirectUri, html, other) })
  expect(finding?.message).toContain('without Referrer-Policy, Cache-Control, which')
})

test('a page and a redirect page under two names of this machine are told so', {
  tags: ['F45'],
}, () => {
  const change = { origin: 'http://127.0.0.1:5173', redirectUri: 'http://localhost:5173/r.html' }
  const [finding] = findings({ ...well, ...change, windowOrigin: change.origin })
  expect(finding?.advice).toContain('Open this page at http://localhost:5173')
  const [other] = findings({ ...well, redirectUri: 'https://www.app.example/r.html' })
  expect(other?.advice).toContain('www and port count')
})
