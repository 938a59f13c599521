// Which requests may start an exchange: each check can refuse alone, before anything is sent.

import { expect, test } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'

const code = 'canary-code'

test.each([
  ['no content type', { headers: { 'content-type': undefined } }, 415],
  ['a form', { headers: { 'content-type': 'text/plain' } }, 415],
  ['a broken parameter', { headers: { 'content-type': 'application/json;x' } }, 415],
  ['no custom header', { headers: { 'x-smartcar-connect': undefined } }, 403],
  ['no origin', { headers: { origin: undefined } }, 403],
  ['the null origin', { headers: { origin: 'null' } }, 403],
  ['another origin', { headers: { origin: 'http://localhost:51730' } }, 403],
  ['a typed address', { headers: { 'sec-fetch-site': 'none' } }, 403],
  ['no key', { headers: { 'idempotency-key': undefined } }, 400],
  ['a short key', { key: 'short' }, 400],
  ['a key with odd characters', { key: `${'k'.repeat(30)}!` }, 400],
  ['a GET', { method: 'GET' }, 405],
  ['a large body', { body: JSON.stringify({ code, state: 's'.repeat(9000) }) }, 413],
  ['no JSON', { body: 'code=canary-code' }, 400],
  ['a list of codes', { body: '{"code":["a","b"]}' }, 400],
  ['a doubled code', { body: '{"code":"a","code":"b"}' }, 400],
] as const)(
  'refuses %s with one generic body and no token call',
  { tags: ['T33'] },
  async (_, change, status) => {
    const { handler, sent, events } = createExchange()
    const response = await handler(exchangeRequest({ code }, change))
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'The request was refused.',
    })
    const allowed = response.headers.get('access-control-allow-origin')
    expect(allowed === null || allowed === 'http://localhost:5173').toBe(true)
    expect(sent).toEqual([])
    expect(events).toMatchObject([{ type: 'exchange_refused', status }])
  },
)

test.each([
  ['nothing', undefined],
  ['an empty id', ''],
])(
  'refuses a request for which the app names %s as its session',
  { tags: ['T34'] },
  async (_, id) => {
    const { handler, sent, events } = createExchange(tokenAnswer, { appSession: () => id })
    expect((await handler(exchangeRequest({ code }))).status).toBe(401)
    expect(sent).toEqual([])
    expect(events).toEqual([{ type: 'exchange_refused', reason: 'no_session', status: 401 }])
  },
)

test('stops reading a body that does not end', { tags: ['T13'] }, async () => {
  const { handler, sent } = createExchange()
  const { headers, url } = exchangeRequest({ code })
  const body = new ReadableStream<Uint8Array>({
    pull: controller => controller.enqueue(new Uint8Array(1024)),
  })
  const init = { method: 'POST', headers, body, duplex: 'half' as const }
  expect((await handler(new Request(url, init))).status).toBe(413)
  expect(sent).toEqual([])
})
