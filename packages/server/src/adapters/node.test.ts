// Handlers behind Node's own server and behind Express.

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { toNodeListener } from './node.ts'

const servers: Server[] = []

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** Answers with what arrived. */
async function echo(request: Request): Promise<Response> {
  const body = await request.text()
  const headers = new Headers({ 'x-got': request.headers.get('x-sent') ?? '' })
  headers.append('set-cookie', 'a=1; Path=/')
  headers.append('set-cookie', 'b=2; Path=/')
  const { method, url } = request
  return Response.json({ method, path: new URL(url).pathname, body }, { status: 201, headers })
}

test('method, whole path, headers, raw body, status and each cookie arrive', async () => {
  const app = express()
  app.use('/api/smartcar', toNodeListener(echo))
  for (const origin of [await serve(toNodeListener(echo)), await serve(app)]) {
    const response = await fetch(`${origin}/api/smartcar/exchange?x=1`, {
      method: 'POST',
      headers: { 'x-sent': 'yes', 'content-type': 'application/json' },
      body: '{ "a":  1 }',
    })
    expect([response.status, response.headers.get('x-got')]).toEqual([201, 'yes'])
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
    expect(await response.json()).toEqual({
      method: 'POST',
      path: '/api/smartcar/exchange',
      body: '{ "a":  1 }',
    })
  }
})

test('a body that a parser has read arrives as read, and nothing hangs', async () => {
  const app = express()
  app.use(express.json())
  const seen: boolean[] = []
  app.use(
    toNodeListener(async request => {
      seen.push(request.bodyUsed)
      return new Response(null, { status: 204 })
    }),
  )
  const origin = await serve(app)
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(origin, { method: 'POST', headers, body: '{}' })).status).toBe(204)
  expect(seen).toEqual([true])
})

test('a path is a path, also where it looks like a host', async () => {
  const origin = await serve(toNodeListener(async request => Response.json(request.url)))
  const { host } = new URL(origin)
  const answered = await fetch(`${origin}//evil.example/session`)
  expect(await answered.json()).toBe(`http://${host}//evil.example/session`)
})

test('a stream is sent as it comes, and ends when the page goes away', async () => {
  let signal: AbortSignal | undefined
  const origin = await serve(
    toNodeListener({
      fetch: async request => {
        signal = request.signal
        const body = new ReadableStream({
          start: controller => controller.enqueue(new TextEncoder().encode('first')),
        })
        return new Response(body)
      },
    }),
  )
  const page = new AbortController()
  const response = await fetch(origin, { signal: page.signal })
  const first = await response.body?.getReader().read()
  expect(new TextDecoder().decode(first?.value)).toBe('first')
  page.abort()
  await expect.poll(() => signal?.aborted).toBe(true)
})

test('an answer that breaks off ends its connection and not the process', async () => {
  const origin = await serve(
    toNodeListener(async () => {
      const body = new ReadableStream({
        pull: controller => controller.error(new Error('broken')),
      })
      return new Response(body)
    }),
  )
  const broken = fetch(origin).then(response => response.text())
  await expect(broken).rejects.toThrow()
})

test('a handler that rejects is answered, without its words', async () => {
  const origin = await serve(toNodeListener(() => Promise.reject(new Error('handler'))))
  const response = await fetch(origin)
  expect([response.status, await response.text()]).toEqual([500, ''])
})
