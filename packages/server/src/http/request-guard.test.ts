// The header checks: every one must be able to refuse alone.

import { expect, test } from 'vitest'
import { guardRequest } from './request-guard.ts'

const origins = new Set(['https://app.example.com', 'http://localhost:5173'])
const good = {
  'content-type': 'application/json',
  'x-smartcar-connect': '1',
  origin: 'https://app.example.com',
  'sec-fetch-site': 'same-origin',
}

function post(change: Record<string, string | undefined>, method = 'POST'): Request {
  const headers = Object.entries({ ...good, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const body = method === 'POST' ? new TextEncoder().encode('{}') : null
  return new Request('https://app.example.com/api', { method, headers, body })
}

test('lets the own page through, with and without fetch metadata', { tags: ['T33'] }, () => {
  expect(guardRequest(post({}), origins)).toEqual({ ok: true })
  expect(guardRequest(post({ 'sec-fetch-site': undefined }), origins)).toEqual({ ok: true })
  expect(guardRequest(post({ origin: 'http://localhost:5173' }), origins)).toEqual({ ok: true })
})

test.each(['same-site', 'cross-site'])(
  'lets a listed page on another host through: %s',
  { tags: ['T33', 'F70'] },
  site => {
    expect(guardRequest(post({ 'sec-fetch-site': site }), origins)).toEqual({ ok: true })
  },
)

test('takes a media type with parameters for that media type', { tags: ['T33'] }, () => {
  const contentType = 'Application/JSON; charset=utf-8'
  expect(guardRequest(post({ 'content-type': contentType }), origins)).toEqual({ ok: true })
})

test.each([
  ['no content type', { 'content-type': undefined }, 415, 'content_type'],
  ['a form content type', { 'content-type': 'text/plain' }, 415, 'content_type'],
  ['a decorated content type', { 'content-type': 'application/json;x' }, 415, 'content_type'],
  ['a relative type', { 'content-type': 'application/json+x' }, 415, 'content_type'],
  ['no custom header', { 'x-smartcar-connect': undefined }, 403, 'custom_header'],
  ['another custom value', { 'x-smartcar-connect': 'true' }, 403, 'custom_header'],
  ['no origin', { origin: undefined }, 403, 'origin'],
  ['the null origin', { origin: 'null' }, 403, 'origin'],
  ['a longer origin', { origin: 'https://app.example.com.evil.test' }, 403, 'origin'],
  ['a shorter origin', { origin: 'https://app.example.co' }, 403, 'origin'],
  ['another scheme', { origin: 'http://app.example.com' }, 403, 'origin'],
  ['another port', { origin: 'http://localhost:517' }, 403, 'origin'],
  ['two origins', { origin: 'https://app.example.com, https://evil.test' }, 403, 'origin'],
  [
    'another site without an origin',
    { origin: undefined, 'sec-fetch-site': 'cross-site' },
    403,
    'origin',
  ],
  ['an odd site', { 'sec-fetch-site': 'same-origin, none' }, 403, 'fetch_site'],
  ['a typed address', { 'sec-fetch-site': 'none' }, 403, 'fetch_site'],
] as const)('refuses %s', { tags: ['T33'] }, (_, change, status, reason) => {
  expect(guardRequest(post(change), origins)).toEqual({ ok: false, status, reason })
})

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])(
  'refuses the method %s',
  { tags: ['T33'] },
  method => {
    expect(guardRequest(post({}, method), origins)).toEqual({
      ok: false,
      status: 405,
      reason: 'method',
    })
  },
)
