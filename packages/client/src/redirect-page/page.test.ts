// The redirect page as it is shipped: fresh, small, and allowed to run nothing but itself.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildRedirectPage } from './build/build.ts'
import { redirectPage } from './page.ts'

const { html, headers } = redirectPage()
function file(name: string) {
  return readFile(new URL(name, import.meta.url), 'utf8')
}
function partOf(tag: string) {
  return html.match(new RegExp(`<${tag}>([^]*?)</${tag}>`))?.[1] ?? ''
}
const policyName = 'Content-Security-Policy'
const script = partOf('script')
const style = partOf('style')

function policyOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('; ').map(directive => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

test('the files kept are those that its parts make today', async () => {
  const built = await buildRedirectPage()
  expect(await file('../../redirect.html')).toBe(built.html)
  expect(await file('./page.generated.ts')).toBe(built.module)
  expect(await file('../../redirect-files/smartcar-redirect.html')).toBe(built.pageOfTwoFiles)
  expect(await file('../../redirect-files/smartcar-redirect.js')).toBe(built.scriptFile)
  expect(html).toBe(built.html)
  expect(script).toBe(built.script)
})

test('is served with headers that allow its own script and style, and no frame', {
  tags: ['T20', 'T21', 'T23'],
}, () => {
  const { 'Content-Security-Policy': csp = '', ...others } = headers
  expect(policyOf(csp)).toEqual({
    'default-src': "'none'",
    'script-src': hash(script),
    'style-src': hash(style),
    'img-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
    'frame-ancestors': "'none'",
  })
  expect(others).toEqual({
    'Content-Type': 'text/html; charset=utf-8',
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  })
})

test('is served without COOP, which would cut it off from its opener', { tags: ['T26'] }, () => {
  expect(Object.keys(headers).map(name => name.toLowerCase())).not.toContain(
    'cross-origin-opener-policy',
  )
})

test('carries the same policy itself, for a host that sends no headers', { tags: ['T23'] }, () => {
  const meta = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1]
  const { 'frame-ancestors': _, ...inMeta } = policyOf(headers['Content-Security-Policy'] ?? '')
  expect(policyOf(meta ?? '')).toEqual(inMeta)
  // The policy has to come before what it is about, or it is not about it.
  expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<style'))
  expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<script'))
  expect(html).toContain('<meta name="referrer" content="no-referrer">')
})

test('has one script and one style, both within it, and loads nothing', { tags: ['T23'] }, () => {
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html.match(/<style/g)).toHaveLength(1)
  expect(html).not.toMatch(/\ssrc=|\bhttps?:|@import|url\(|\son\w+=|\sstyle=/)
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="data:,"'])
})

test('its script imports, evaluates, writes and fetches nothing', {
  tags: ['T03', 'T17', 'T18', 'T23'],
}, () => {
  const forbidden = [
    /\bimport\b/,
    /\beval\b/,
    /\bFunction\b/,
    /\bopen\(/,
    /\.href\b/,
    /\bassign\(/,
    /location\s*=/,
    /\bdocument\.(write|cookie)/,
    /(inner|outer)HTML|insertAdjacent|createElement|textContent/,
    /\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket/,
    /\blocalStorage\b/,
    /['"`]\*['"`]/,
  ]
  for (const pattern of forbidden) expect(script).not.toMatch(pattern)
})

test('goes nowhere but back to where this tab came from', { tags: ['T18'] }, () => {
  expect(script.match(/location\.\w+\(/g)).toEqual(['location.replace('])
})

test('has words for each status, and shows them by style alone', { tags: ['T17'] }, async () => {
  const source = await file('./finish-connect.ts')
  const statuses = source.match(/type RedirectStatus = (.*)/)?.[1]?.match(/\w+/g) ?? []
  expect(statuses).toHaveLength(5)
  for (const status of statuses) {
    expect(html).toContain(`<p class="${status}" hidden>`)
    expect(style).toContain(`[data-smartcar-connect="${status}"] .${status}`)
  }
})

test('its script is at most 1,100 bytes after Brotli', { tags: ['T23'] }, () => {
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(1100)
})

test('in two files, nothing is within the page, and its policy allows the own origin’s script', {
  tags: ['F69', 'T23'],
}, () => {
  const page = redirectPage({ script: '/assets/smartcar-redirect.js?v=1&w=2' })
  expect(page.html).toContain('<script src="/assets/smartcar-redirect.js?v=1&amp;w=2"></script>')
  expect(page.html).not.toMatch(/<style|\sstyle=|<script>|\son\w+=/)
  const policy = {
    ...policyOf(headers[policyName] ?? ''),
    'script-src': "'self'",
    'style-src': "'none'",
  }
  expect(policyOf(page.headers[policyName] ?? '')).toEqual(policy)
  const meta = page.html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1]
  expect({ ...policyOf(meta ?? ''), 'frame-ancestors': "'none'" }).toEqual(policy)
  const [own, other] = [{ ...headers }, { ...page.headers }]
  expect({ ...own, [policyName]: '' }).toEqual({ ...other, [policyName]: '' })
  expect(page.script.headers).toEqual({
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  })
  expect(page.script.text).toContain('.replaceSync(')
  // Text for text the same page otherwise.
  expect(page.html.slice(page.html.indexOf('<body>'))).toBe(html.slice(html.indexOf('<body>')))
})

test.each([
  '',
  'https://cdn.example/a.js',
  '//cdn.example/a.js',
  'data:text/javascript,',
  '/a.js"><script>',
  '/a b.js',
  '/a.js#x',
  '\\a.js',
])(
  'the address %j of a script, which is none of this origin, is a TypeError',
  {
    tags: ['T23'],
  },
  script => {
    expect(() => redirectPage({ script })).toThrow(TypeError)
    expect(() => redirectPage({ script })).toThrow('`script`')
  },
)
