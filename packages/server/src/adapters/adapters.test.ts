// One backend behind every adapter, over a real connection: a car is connected, and its page is told.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { createSimulator } from 'smartcar-connect-simulator'
import { afterEach, expect, test } from 'vitest'
import { openBrowser, pageOrigin } from '../../test/backend-browser.ts'
import { testUser } from '../../test/demo-app.ts'
import { createConnectBackend } from '../backend/connect-backend.ts'
import type { ConnectBackend } from '../backend/connect-backend-contract.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { toHonoHandler } from './hono.ts'
import { toNextRoute } from './next.ts'
import { toNodeListener } from './node.ts'

const path = '/api/smartcar'
const closers: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** How an app mounts the backend, by the name of what it is built with. */
const mounts: Readonly<Record<string, (backend: ConnectBackend) => Promise<string>>> = {
  'Node’s own server': backend => listen(createServer(toNodeListener(backend))),
  Express: backend => {
    const app = express()
    app.use(path, toNodeListener(backend))
    app.use(express.json())
    return listen(createServer(app))
  },
  'an Express router': backend => {
    const router = express.Router()
    router.use('/smartcar', toNodeListener(backend))
    return listen(createServer(express().use('/api', router)))
  },
  async Fastify(backend) {
    const app = fastify({ forceCloseConnections: true })
    const listener = toNodeListener(backend)
    await app.register(async scope => {
      // The backend reads the body itself.
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
      scope.all(`${path}/*`, (request, reply) => {
        reply.hijack()
        void listener(request.raw, reply.raw)
      })
    })
    closers.push(() => app.close())
    return app.listen({ port: 0, host: '127.0.0.1' })
  },
  Hono: backend => {
    const app = new Hono()
    app.all(`${path}/*`, toHonoHandler(backend))
    return listen(createServer(toNodeListener(async request => app.fetch(request))))
  },
  'a route of Next.js': backend => {
    const route = toNextRoute(backend)
    return listen(
      createServer(
        toNodeListener(async request => {
          const method = request.method as keyof typeof route
          return route[method]?.(request) ?? new Response(null, { status: 405 })
        }),
      ),
    )
  },
}

test.each(Object.entries(mounts))('%s', async (_name, mount) => {
  const simulator = createSimulator()
  const backend = createConnectBackend({
    applicationId: 'demo-client',
    api: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },
    simulator: 'http://localhost:4010',
    fetch: simulator.fetch,
    origins: pageOrigin,
    user: testUser,
    scope: ['required:read_vehicle_info'],
    store: createMemoryStore(),
  })
  const origin = await mount(backend)
  function send(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    return fetch(new Request(`${origin}${pathname}${search}`, request))
  }
  const ada = openBrowser({ fetch: send }, simulator.fetch, 'ada')
  const connected = await ada.connect()
  expect(connected.status).toBe(200)
  const [car] = (await connected.json()) as { id: string }[]

  const headers = { 'x-test-user': 'ada', 'sec-fetch-site': 'same-origin' }
  const events = await send(new Request(`${pageOrigin}${path}/events`, { headers }))
  expect(events.headers.get('content-type')).toBe('text/event-stream')
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toContain('event: still-here')
  expect((await ada.post('disconnect', { vehicleId: car?.id })).status).toBe(204)
  expect((await reader?.read())?.value).toContain('event: disconnected')
  await reader?.cancel()

  const page = await send(new Request(`${pageOrigin}${path}/redirect?code=1&state=2`))
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining('<!doctype html>'),
  ])
})
