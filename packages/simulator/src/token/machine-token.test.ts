// The token of an application for version 3.

import { expect, test } from 'vitest'
import { expectShape, matching, text } from '../../test/shape.ts'
import { createSimulator } from '../simulator.ts'

const address = 'https://iam.smartcar.com/oauth2/token'
const credentials = { client_id: 'client_demo', client_secret: 'demo-machine-secret' }
const grant = { grant_type: 'client_credentials' }
const json = { 'Content-Type': 'application/json' }

// Documented. The provider's tokens are opaque.
const granted = { access_token: matching(/^\S+$/), token_type: 'Bearer', expires_in: 3600 }

function ask(init: RequestInit, simulator = createSimulator()): Promise<Response> {
  return simulator.fetch(new Request(address, { method: 'POST', ...init }))
}

test.each<[string, RequestInit]>([
  ['a form', { body: new URLSearchParams({ ...grant, ...credentials }) }],
  ['JSON', { headers: json, body: JSON.stringify({ ...grant, ...credentials }) }],
  [
    // Not documented for this host.
    'HTTP Basic',
    {
      headers: { Authorization: `Basic ${btoa('client_demo:demo-machine-secret')}` },
      body: new URLSearchParams(grant),
    },
  ],
])('credentials in %s get a token for an hour, and no refresh token', async (_, init) => {
  const simulator = createSimulator()
  const answer = await ask(init, simulator)
  expect(answer.status).toBe(200)
  const body = (await answer.json()) as { access_token: string }
  expectShape(body, granted)
  const list = new Request('https://vehicle.api.smartcar.com/v3/connections', {
    headers: { Authorization: `Bearer ${body.access_token}` },
  })
  expect((await simulator.fetch(list)).status).toBe(200)
})

test.each([
  ['a wrong secret', { ...grant, ...credentials, client_secret: 'wrong' }, 401, 'invalid_client'],
  // Recorded: it is the commonest mistake.
  [
    'the id of the application',
    { ...grant, client_id: 'demo-client', client_secret: 'demo-secret' },
    401,
    'invalid_client',
  ],
  ['no credentials', grant, 401, 'invalid_client'],
  ['no grant_type', credentials, 400, 'invalid_request'],
  // The code is that of the standard; the provider documents the other two only.
  [
    'another grant_type',
    { ...credentials, grant_type: 'authorization_code' },
    400,
    'unsupported_grant_type',
  ],
])('%s is refused in a form and in JSON', async (_, fields, status, error) => {
  const bodies: RequestInit[] = [
    { body: new URLSearchParams(fields) },
    { headers: json, body: JSON.stringify(fields) },
  ]
  for (const init of bodies) {
    const answer = await ask(init)
    expect(answer.status).toBe(status)
    expectShape(await answer.json(), { error, error_description: text })
  }
})

test.each(['', '[]', 'null', '{"grant_type":1}', '{'])('the JSON %j is refused', async body => {
  const answer = await ask({ headers: json, body })
  expect(answer.status).toBe(body === '[]' ? 401 : 400)
  expectShape(await answer.json(), { error: matching(/^invalid_/), error_description: text })
})

test('a token ends after its hour', async () => {
  let nowMs = Date.UTC(2026, 5, 1)
  const simulator = createSimulator({ now: () => nowMs })
  const body = new URLSearchParams({ ...grant, ...credentials })
  const { access_token } = (await (await ask({ body }, simulator)).json()) as {
    access_token: string
  }
  async function status(): Promise<number> {
    const headers = { Authorization: `Bearer ${access_token}` }
    const list = new Request('http://localhost/v3/connections', { headers })
    return (await simulator.fetch(list)).status
  }
  nowMs += 3_599_999
  expect(await status()).toBe(200)
  nowMs += 1
  expect(await status()).toBe(401)
})
