// How an address and a method find their answer.

import { expect } from 'vitest'
import { test } from '../test/fixtures.ts'
import type { JournalEntry } from './memory/journal.ts'
import { createSimulator, type Simulator } from './simulator.ts'

const origin = 'http://localhost:4010'
const authorize =
  '/oauth/authorize?response_type=code&application_id=demo-client&redirect_uri=http://localhost:5173/cb'

function ask(
  simulator: Simulator,
  method: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  return simulator.fetch(new Request(origin + path, { method, ...init }))
}

test.each([
  ['GET', '/oauth/token', 'POST'],
  ['HEAD', '/oauth/token', 'POST'],
  ['PUT', '/oauth/token', 'POST'],
  ['OPTIONS', '/oauth/token', 'POST'],
  ['OPTIONS', '/', 'GET'],
  ['POST', '/v2.0/user', 'GET'],
  ['PROPFIND', '/v2.0/user/', 'GET'],
  ['PUT', '/v2.0/vehicles/7/charge', 'GET, POST'],
  ['PUT', '/v1.0/vehicles/7/charge', 'GET, POST'],
  ['PATCH', '/__simulator/journal', 'GET, DELETE'],
])('%s %s is answered 405 with Allow: %s', async (method, path, allow) => {
  const answer = await ask(createSimulator(), method, path)
  expect(answer.status).toBe(405)
  expect(answer.headers.get('Allow')).toBe(allow)
  expect(answer.headers.has('SC-Request-Id')).toBe(path.startsWith('/v'))
  if (method === 'HEAD') return
  expect(await answer.json()).toEqual({ error: 'method_not_allowed', allowed: allow.split(', ') })
})

test.each([
  ['GET', '/nothing'],
  ['OPTIONS', '/nothing'],
  ['GET', '/V2.0/user'],
  ['GET', '//v2.0/user'],
  ['GET', '/v2.0/%75ser'],
  ['GET', '/v2%2E0/user'],
  ['GET', '/v2/user'],
  ['GET', '/vJohnny/user'],
  ['GET', '/%'],
  ['GET', '/*'],
])('%s %s is answered 404 as the provider does it', async (method, path) => {
  const answer = await ask(createSimulator(), method, path)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('SC-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await answer.json()).toMatchObject({ type: 'RESOURCE_NOT_FOUND', statusCode: 404 })
})

test('a slash at the end of an address makes no difference', async ({ simulator }) => {
  expect((await ask(simulator, 'GET', '/v2.0/user/')).status).toBe(401)
  expect((await ask(simulator, 'GET', authorize.replace('?', '//?'))).status).toBe(303)
})

test.each(['/v1.0/user', '/v99999999.99/user', '/v2.1/user/'])(
  '%s is answered as version 2.0',
  async path => {
    const answer = await ask(createSimulator(), 'GET', path)
    expect(await answer.json()).toMatchObject({ type: 'AUTHENTICATION' })
  },
)

test('HEAD has the headers of GET and no body', async ({ simulator }) => {
  const [get, head] = await Promise.all([ask(simulator, 'GET', '/'), ask(simulator, 'HEAD', '/')])
  expect(head.status).toBe(get.status)
  expect([...head.headers]).toEqual([...get.headers])
  expect(await head.text()).toBe('')
})

test('the query is read as browsers write it, also where it is malformed', async ({
  simulator,
}) => {
  const started = await ask(simulator, 'GET', `${authorize}&state=%zz%+%E4&&=&user`)
  const page = await ask(simulator, 'GET', started.headers.get('Location') ?? '')
  expect(page.status).toBe(200)
  const journal = await ask(simulator, 'GET', '/__simulator/journal?path=/oauth/authorize')
  const { entries } = (await journal.json()) as { entries: JournalEntry[] }
  expect(entries[0]?.parameters).toMatchObject({ user: '', '': '' })
  const [attempt] = simulator.snapshot().state.attempts as [string, unknown][]
  expect(attempt?.[1]).toMatchObject({ request: { state: '%zz% \ufffd' } })
})

test('a request beside the base path is answered 404 and stands in the journal', async () => {
  const simulator = createSimulator({ basePath: '/sim' })
  expect((await ask(simulator, 'GET', '/simulator')).status).toBe(404)
  const journal = await ask(simulator, 'GET', '/sim/__simulator/journal')
  expect(await journal.json()).toMatchObject({ entries: [{ path: '/outside:/simulator' }] })
})

test('a fault of the simulator reaches the test that caused it', async () => {
  const simulator = createSimulator({
    scenario: 'slow',
    wait: () => Promise.reject(new Error('The clock of this test is broken.')),
  })
  await expect(ask(simulator, 'GET', authorize)).rejects.toThrow('The clock of this test is broken')
})
