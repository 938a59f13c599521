// Bodies that something else has read, and bodies that do not end.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import express from 'express'
import { afterEach, expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { readRequestBody } from './read-request-body.ts'

afterEach(() => vi.useRealTimers())

const grant = { code: 'canary-code' }

function withBody(body: ReadableStream<Uint8Array>): Request {
  const { headers, url } = exchangeRequest(grant)
  return new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
}

test('says that a body parser in front has read the body', async () => {
  const { handler, events } = createExchange()
  const app = express()
  app.use(express.json())
  app.post('/', async (incoming, outgoing) => {
    const headers = new Headers(
      Object.entries(incoming.headersDistinct).map(([n, v]) => [n, `${v}`]),
    )
    const body = Readable.toWeb(incoming) as ReadableStream
    const init = { method: 'POST', headers, body, duplex: 'half' } as const
    const response = await handler(new Request('http://localhost/', init))
    outgoing.status(response.status).setHeaders(response.headers)
    outgoing.end(await response.text())
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { headers } = exchangeRequest(grant)
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { ...Object.fromEntries(headers), connection: 'close' },
    body: JSON.stringify(grant),
  })
  server.close()
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({
    code: 'body_read',
    detail: expect.stringContaining('before body parsers'),
  })
  expect(events).toEqual([{ type: 'exchange_refused', reason: 'body_read', status: 500 }])
})

test('says that a request whose body was used cannot be read', async () => {
  const used = exchangeRequest(grant)
  await used.text()
  expect(await readRequestBody(used)).toMatchObject({ ok: false, reason: 'body_read' })
  // Some runtimes unlock a stream that was read to its end.
  const ended = Object.defineProperty(exchangeRequest(grant), 'bodyUsed', { value: true })
  expect(await readRequestBody(ended)).toMatchObject({ ok: false, reason: 'body_read' })
  const locked = exchangeRequest(grant)
  locked.body?.getReader()
  expect(await readRequestBody(locked)).toMatchObject({ ok: false, reason: 'body_read' })
})

test('does not blame a body parser for a page that sent nothing', async () => {
  expect(await readRequestBody(exchangeRequest({}, { body: '' }))).toMatchObject({ ok: true })
})

test('answers while a body does not end', { tags: ['T13', 'F75'] }, async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let isCancelled = false
  const body = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(new TextEncoder().encode('{"code":')),
    cancel() {
      isCancelled = true
      return new Promise(() => {})
    },
  })
  const { handler, sent, events } = createExchange()
  const answering = handler(withBody(body))
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await answering).status).toBe(408)
  expect(isCancelled).toBe(true)
  expect(sent).toEqual([])
  expect(events).toEqual([{ type: 'exchange_refused', reason: 'body_timeout', status: 408 }])
})

test('answers a body that breaks off like one of a wrong form', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: controller => controller.error(new Error('the connection was lost')),
  })
  expect(await readRequestBody(withBody(body))).toMatchObject({ status: 400, reason: 'body_shape' })
})
