// What a body of a token endpoint may be: a form, or a JSON object of texts.

import { expect } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { expectShape, text } from '../../test/shape.ts'
import type { Simulator } from '../simulator.ts'

const machine = {
  grant_type: 'client_credentials',
  client_id: 'client_demo',
  client_secret: 'demo-machine-secret',
}

function post(simulator: Simulator, path: string, type: string, body: string): Promise<Response> {
  return simulator.fetch(
    new Request(`http://localhost:4010${path}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    }),
  )
}

test.for([
  ['application/json', JSON.stringify(machine)],
  ['application/json; charset=utf-8', JSON.stringify(machine)],
  ['application/x-www-form-urlencoded', new URLSearchParams(machine).toString()],
])('a machine gets its token by %s', async ([type = '', body = ''], { simulator }) => {
  const answer = await post(simulator, '/oauth2/token', type, body)
  expect(answer.status).toBe(200)
  expectShape(await answer.json(), { access_token: text, token_type: 'Bearer', expires_in: 3600 })
})

test('a code is redeemed by JSON too', async ({ simulator, visitor }) => {
  await visitor.connect()
  const body = JSON.stringify({
    grant_type: 'authorization_code',
    code: new URL(visitor.address()).searchParams.get('code'),
    redirect_uri: 'http://localhost:5173/callback',
    client_id: 'demo-client',
    client_secret: 'demo-secret',
  })
  expect((await post(simulator, '/oauth/token', 'application/json', body)).status).toBe(200)
})

test.for([
  ['application/json', ''],
  ['application/json', 'null'],
  ['application/json', '"text"'],
  ['application/json', '{"client_id":'],
  ['application/json', JSON.stringify({ ...machine, client_secret: 5 })],
  ['application/x-www-form-urlencoded', 'grant_type=a&grant_type=b'],
  ['text/plain', new URLSearchParams(machine).toString()],
])('%s of %s is refused', async ([type = '', body = ''], { simulator }) => {
  const answer = await post(simulator, '/oauth2/token', type, body)
  expect(answer.status).toBe(400)
  expectShape(await answer.json(), { error: 'invalid_request', error_description: text })
})
