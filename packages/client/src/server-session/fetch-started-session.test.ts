// A session of the server's making: what is asked, what is believed, and when it is used.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStateToken } from '../state-token.ts'
import { prepare } from './fetch-started-session.ts'

const token = createStateToken()
const good = {
  url: `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=app&state=${token}`,
  state: token,
  expiresInMs: 900_000,
}
let server: Server
let session = ''
let answer: unknown = good
let asked: { method?: string; headers: Record<string, unknown>; body: string }[] = []

beforeEach(async () => {
  answer = good
  asked = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      asked.push({ method: request.method ?? '', headers: request.headers, body })
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  session = `http://127.0.0.1:${(server.address() as AddressInfo).port}/session`
})
afterEach(() => server.close())

test('asks with the headers of every call, and with what the options add', async () => {
  await prepare({ session, state: 'mine', vehicleId: 'car' })
  expect(asked[0]?.method).toBe('POST')
  expect(asked[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'x-smartcar-connect': '1',
  })
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ state: 'mine', vehicleId: 'car' })
})

test('takes address and state from the answer', async () => {
  const prepared = await prepare({ session })
  expect(prepared).toMatchObject({ token, state: token })
  expect(prepared.url.href).toBe(good.url)
})

test('fits what it was fetched for, and nothing else', async () => {
  const prepared = await prepare({ session, state: 'mine' })
  expect(prepared.fits({ session, state: 'mine' })).toBe(true)
  expect(prepared.fits({ session })).toBe(false)
  expect(prepared.fits({ session, state: 'mine', vehicleId: 'car' })).toBe(false)
})

test('does not fit once it is nearly over', async () => {
  answer = { ...good, expiresInMs: 60_001 }
  const prepared = await prepare({ session })
  await expect.poll(() => prepared.fits({ session })).toBe(false)
})

test.each([
  ['nothing', null],
  ['no address', { ...good, url: 'nonsense' }],
  ['no token', { ...good, state: '' }],
  ['a token that the address does not carry', { ...good, state: createStateToken() }],
  ['one that is over already', { ...good, expiresInMs: 0 }],
])('refuses an answer with %s', { tags: ['T02'] }, async (_, bad) => {
  answer = bad
  await expect(prepare({ session })).rejects.toMatchObject({ code: 'exchange_failed' })
})
