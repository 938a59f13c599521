// A command that takes long, over a real connection.

import { type IncomingMessage, request } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { everything } from '../../test/version-3.ts'
import { createVisitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'
import { listen, type SimulatorServer } from './listen.ts'

let listening: SimulatorServer | undefined

afterEach(() => listening?.stop())

test('the status comes before the car has obeyed, and the document on the same answer', async () => {
  let obey: () => void = () => {}
  const obeyed = new Promise<void>(resolve => {
    obey = resolve
  })
  const simulator = createSimulator({ scenario: 'slow-commands', wait: () => obeyed })
  const visitor = createVisitor(simulator)
  await visitor.connect({ response_type: 'none', scope: everything })
  const userId = new URL(visitor.address()).searchParams.get('user_id') ?? ''
  listening = await listen(simulator, 0)
  const token = await fetch(`${listening.address}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'client_demo',
      client_secret: 'demo-machine-secret',
    }),
  })
  const { access_token } = (await token.json()) as { access_token: string }
  const headers = { Authorization: `Bearer ${access_token}`, 'sc-user-id': userId }
  const list = await fetch(`${listening.address}/v3/connections`, { headers })
  const { data } = (await list.json()) as {
    data: { relationships: { vehicle: { data: { id: string } } } }[]
  }
  const path = `/v3/vehicles/${data[0]?.relationships.vehicle.data.id}/commands/security/unlock`

  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${listening?.address}${path}`, { method: 'POST', headers }, resolve)
      .on('error', reject)
      .end()
  })
  // Only now, after the headers have come, does the car obey.
  expect(answer.statusCode).toBe(202)
  expect(answer.headers).not.toHaveProperty('content-length')
  obey()
  const parts = await answer.toArray()
  expect(JSON.parse(Buffer.concat(parts).toString())).toMatchObject({
    data: { type: 'command-execution', attributes: { commandType: 'security-unlock' } },
  })
})
