// What the listener for Node makes of requests that no page sends: every one has an answer.

import { createServer, type RequestListener, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { openBackend } from '../../test/open-backend.ts'
import { toNodeListener } from './node.ts'

const servers: Server[] = []

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** Sends text as it is, and returns the status of each answer until as many came, or the connection ended. */
function statusesOf(port: number, text: string, most: number): Promise<number[]> {
  return new Promise(resolve => {
    let answers = ''
    function found(): number[] {
      return [...answers.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
    }
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', data => {
      answers += data
      if (found().length === most) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(found()))
  })
}

test.each([
  ['TRACE /api/smartcar/session', 'app.example', 400],
  ['GET /api/smartcar/redirect', 'app.example:99999', 200],
  ['GET /api/smartcar/redirect', '[', 200],
  ['GET /api/smartcar/redirect', 'a:80:80', 200],
  ['GET http://evil.example/api/smartcar/redirect', 'app.example', 200],
  ['OPTIONS *', 'app.example', 404],
  ['GET //evil.example/', 'app.example', 404],
  ['GET /api/smartcar/%zz', 'app.example', 404],
  ['GET /api/smartcar/%73ession', 'app.example', 404],
  ['PUT /api/smartcar/session', 'app.example', 405],
  ['HEAD /api/smartcar/events', 'app.example', 405],
])('%s at the host %s is answered', { tags: ['T13'] }, async (line, host, status) => {
  const { backend } = openBackend()
  const listener = toNodeListener(backend)
  for (const port of [await serve(listener), await serve(express().use(listener))]) {
    expect(await statusesOf(port, `${line} HTTP/1.1\r\nhost: ${host}\r\n\r\n`, 1)).toEqual([status])
  }
})

test('the whole address in the place of the path is read as one', async () => {
  const port = await serve(
    toNodeListener(async ({ url }) => Response.json(null, { headers: { url } })),
  )
  const address = 'http://proxy.example/api/smartcar/session?x=1'
  const answer = await new Promise<string>(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${address} HTTP/1.1\r\nhost: app.example\r\n\r\n`)
    })
    socket.once('data', data => resolve(`${data}`))
  })
  expect(answer).toContain('url: http://app.example/api/smartcar/session?x=1\r\n')
})

test.each([
  ['exchange', 'x-smartcar-connect: 1\r\norigin: http://localhost:5173\r\n', 300_000, 400],
  ['session', 'x-smartcar-connect: 1\r\norigin: http://localhost:5173\r\n', 300_000, 413],
  ['session', '', 300_000, 403],
  ['webhook', '', 1_500_000, 413],
])(
  'a body that %s does not read to its end keeps no other request of the connection waiting',
  { tags: ['T13'] },
  async (part, headers, length, status) => {
    const { backend } = openBackend()
    const port = await serve(toNodeListener(backend))
    const first = `POST /api/smartcar/${part} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${headers}`
    const next = 'GET /api/smartcar/redirect HTTP/1.1\r\nhost: a\r\n\r\n'
    const text = `${first}content-length: ${length}\r\n\r\n${'x'.repeat(length)}${next}`
    expect(await statusesOf(port, text, 2)).toEqual([status, 200])
  },
)

test('HTTP/2 is answered like HTTP/1.1', async () => {
  const { backend } = openBackend()
  const server = createHttp2Server(toNodeListener(backend) as never)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const session = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  async function status(headers: Record<string, string>, body = ''): Promise<unknown> {
    return new Promise(resolve => {
      const stream = session.request({ ':path': '/api/smartcar/redirect', ...headers })
      stream.on('response', answered => resolve(answered[':status']))
      // A request of TRACE has no body.
      if (!stream.writableEnded) stream.end(body)
    })
  }
  expect(await status({})).toBe(200)
  expect(await status({ ':method': 'TRACE' })).toBe(400)
  const post = { ':method': 'POST', ':path': '/api/smartcar/session', 'x-test-user': 'ada' }
  const page = { origin: 'http://localhost:5173', 'x-smartcar-connect': '1' }
  const json = { 'content-type': 'application/json' }
  expect(await status({ ...post, ...page, ...json }, '{}')).toBe(200)
  expect(await status({ ...post, ...page, ...json }, 'x'.repeat(100_000))).toBe(413)
  session.close()
  server.close()
})
