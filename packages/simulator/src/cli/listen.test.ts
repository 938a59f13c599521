// The simulator behind a port.

import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, expect, vi } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { connectUrl, createVisitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'
import { listen, type SimulatorServer } from './listen.ts'

let listening: SimulatorServer | undefined

afterEach(() => listening?.stop())

test('answers at localhost and 127.0.0.1, and nowhere else on this machine', async () => {
  listening = await listen(createSimulator(), 0)
  const { port } = new URL(listening.address)
  expect(listening.address).toBe(`http://localhost:${port}`)
  for (const host of ['localhost', '127.0.0.1']) {
    const answer = await fetch(`http://${host}:${port}/__simulator/clock`)
    expect(answer.status).toBe(200)
  }
  const others = Object.values(networkInterfaces())
    .flat()
    .filter(found => found !== undefined && !found.internal && found.family === 'IPv4')
  for (const other of others) {
    await expect(fetch(`http://${other?.address}:${port}/`)).rejects.toThrow()
  }
})

test('keeps redirects, headers, forms and status as they are', async () => {
  listening = await listen(createSimulator(), 0)
  const { search } = new URL(connectUrl())
  const started = await fetch(`${listening.address}/oauth/authorize${search}`, {
    redirect: 'manual',
  })
  expect(started.status).toBe(303)
  const page = await fetch(new URL(started.headers.get('Location') ?? '', listening.address))
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  const token = await fetch(`${listening.address}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token' }),
  })
  expect(token.status).toBe(401)
})

test('a body far too large is refused, not kept', async () => {
  listening = await listen(createSimulator(), 0)
  const answer = await fetch(`${listening.address}/oauth/token`, {
    method: 'POST',
    body: 'x'.repeat(3_000_000),
  })
  expect(answer.status).toBe(413)
})

test('a body of unknown length that is far too large is refused, not kept', async ({
  simulator,
}) => {
  listening = await listen(simulator, 0)
  const answer = await fetch(`${listening.address}/oauth/token`, {
    method: 'POST',
    body: new Blob(['x'.repeat(100_000)]).stream(),
    duplex: 'half',
  } as RequestInit)
  expect(answer.status).toBe(413)
  expect(JSON.stringify(simulator.snapshot())).not.toContain('xxx')
})

test('HEAD has the headers of GET and no body', async () => {
  listening = await listen(createSimulator(), 0)
  const answer = await fetch(listening.address, { method: 'HEAD' })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
  expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
})

test('a cut-off answer breaks the connection and nothing else', async () => {
  const reported = vi.spyOn(console, 'error')
  const simulator = createSimulator()
  const visitor = createVisitor(simulator)
  await visitor.connect({ flags: 'scenario:token-cut-off' })
  listening = await listen(simulator, 0)
  const answer = await fetch(`${listening.address}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa('demo-client:demo-secret')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URL(visitor.address()).searchParams.get('code') ?? '',
      redirect_uri: 'http://localhost:5173/callback',
    }),
  })
  // The first half arrives as if all were well.
  expect(answer.status).toBe(200)
  const reader = answer.body?.getReader()
  const half = await reader?.read()
  expect(new TextDecoder().decode(half?.value)).toMatch(/^{"access_token":"[0-9a-f-]{36}"/)
  await expect(reader?.read()).rejects.toThrow()
  expect((await fetch(`${listening.address}/__simulator/clock`)).status).toBe(200)
  expect(reported).not.toHaveBeenCalled()
  reported.mockRestore()
})

test('a nonsense Host header is a 400', async () => {
  listening = await listen(createSimulator(), 0)
  const { port } = new URL(listening.address)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request({ host: '127.0.0.1', port, headers: { Host: 'a b' } }, answer => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(400)
})

test('a request without a Host header is for localhost', async () => {
  listening = await listen(createSimulator(), 0)
  const { port } = new URL(listening.address)
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write('GET /__simulator/clock HTTP/1.0\r\n\r\n')
    })
    socket.on('data', data => {
      text += data
    })
    socket.on('close', () => resolve(text)).on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
})

test('a taken port is an error with its code', async () => {
  const other = createServer()
  await new Promise<void>(resolve => {
    other.listen(0, '127.0.0.1', resolve)
  })
  const address = other.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  await expect(listen(createSimulator(), port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  other.close()
})

test('a name that leads here is not enough to be answered', { tags: ['T51'] }, async () => {
  listening = await listen(createSimulator(), 0)
  const { port } = new URL(listening.address)
  async function statusFor(Host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const path = '/__simulator/journal'
      request({ host: '127.0.0.1', port, path, headers: { Host } }, answer => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
  }
  expect(await statusFor(`localhost:${port}`)).toBe(200)
  expect(await statusFor(`rebound.example:${port}`)).toBe(403)
})
