// Which application calls a token endpoint.

import { expect, test } from 'vitest'
import { authenticateClient } from './client-authentication.ts'

const clients = [
  { clientId: 'shop', clientSecret: 's3cret' },
  { clientId: 'odd client', clientSecret: 'a:b/ü' },
]
function basic(text: string): string {
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}`
}
function ask(authorization: string | undefined, form: Record<string, string> = {}) {
  return authenticateClient(authorization, new Map(Object.entries(form)), clients)
}

test('takes HTTP Basic, plain and form-encoded, and credentials in the body', () => {
  expect(ask(basic('shop:s3cret'))).toEqual({ ok: true, client: clients[0] })
  expect(ask(basic('odd client:a:b/ü'))).toEqual({ ok: true, client: clients[1] })
  expect(ask(basic('odd+client:a%3Ab%2F%C3%BC'))).toEqual({ ok: true, client: clients[1] })
  expect(ask(undefined, { client_id: 'shop', client_secret: 's3cret' })).toEqual({
    ok: true,
    client: clients[0],
  })
})

test.each([
  ['nothing', undefined, {}, 'missing'],
  ['an id alone', undefined, { client_id: 'shop' }, 'missing'],
  ['another scheme', 'Bearer shop', {}, 'missing'],
  ['broken Basic', 'Basic %%%', {}, 'missing'],
  ['Basic without a colon', basic('shop'), {}, 'missing'],
  ['a wrong secret', basic('shop:other'), {}, 'wrong'],
  ['the secret of another client', basic('shop:a:b/ü'), {}, 'wrong'],
  ['two methods', basic('shop:s3cret'), { client_secret: 's3cret' }, 'both'],
  ['a live secret', basic('shop:3f6c1f2e-9f1a-4c55-8f0e-2a6d5b7c9e10'), {}, 'live-secret'],
])('refuses %s', (_what, authorization, form, problem) => {
  expect(ask(authorization, form)).toEqual({ ok: false, problem })
})
