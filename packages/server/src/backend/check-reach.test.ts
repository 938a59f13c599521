// The backend finds out that something in front of it keeps strangers away.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { expect, test } from 'vitest'
import { messageFaults } from '../../test/message-faults.ts'
import { messageOf } from '../../test/message-of.ts'
import { openBackend } from '../../test/open-backend.ts'
import { toNodeListener } from '../adapters/node.ts'
import type { ConnectBackendOptions } from './backend-options.ts'

const pass: RequestHandler = (_request, _response, next) => next()

/** Checks a backend that is served behind something; returns the message, or nothing. */
async function check(
  front: RequestHandler,
  more: Partial<ConnectBackendOptions<unknown>> = {},
  path = '/api/smartcar',
): Promise<string> {
  const { backend } = openBackend({ fetch, ...more })
  const app = express()
  app.use(front)
  app.use('/api/smartcar', toNodeListener(backend))
  const server = createServer(app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await backend.check({ address: `http://127.0.0.1:${port}${path}` })
    return ''
  } catch (error) {
    return error instanceof TypeError ? error.message : `no TypeError: ${error}`
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('a backend that strangers reach is fine, with a slash at the end too', async () => {
  expect(await check(pass)).toBe('')
  expect(await check(pass, {}, '/api/smartcar/')).toBe('')
  expect(await check(pass, { managementToken: undefined })).toBe('')
})

test.each<[string, RequestHandler, RegExp]>([
  [
    'a login that sends strangers away',
    (_request, response) => response.redirect(302, '/login'),
    /\/redirect without a login was answered with 302/,
  ],
  [
    'a login page in the place of everything',
    (_request, response) => void response.send('<title>Log in</title>'),
    /\/redirect without a login was answered with 200/,
  ],
  [
    'a CSRF check',
    (request, response, next) =>
      request.method === 'POST' ? void response.status(403).send('CSRF') : next(),
    /\/webhook without a login was answered with 403/,
  ],
  ['a body parser', express.json(), /\/webhook without a login was answered with 500/],
])('finds %s', async (_, front, expected) => {
  const message = await check(front)
  expect(message).toMatch(expected)
  expect(messageFaults(message, 'address')).toEqual([])
})

test('does not ask for a redirect page that is somewhere else', async () => {
  const redirectUri = 'http://localhost:5173/smartcar-redirect.html'
  const front: RequestHandler = (request, response, next) =>
    request.path.endsWith('/redirect') ? void response.status(404).end() : next()
  expect(await check(front, { redirectUri })).toBe('')
})

test('finds that nothing is there, and that the address is none', async () => {
  const { backend } = openBackend({ fetch: () => Promise.reject(new Error('refused')) })
  const gone = await messageOf(() => backend.check({ address: 'http://localhost:1/api' }))
  expect(gone).toContain('was not answered')
  const none = await messageOf(() => backend.check({ address: '/api/smartcar' }))
  expect(none).toContain('address is not an http or https address')
  for (const message of [gone, none]) expect(messageFaults(message, 'address')).toEqual([])
})
