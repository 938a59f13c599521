// The exchange handler against the simulator, as an app and a browser would use it.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { demoApp, demoSecrets } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import type { Tokens } from '../provider/tokens.ts'
import { createExchangeHandler } from './exchange-handler.ts'

function start(scenario = 'happy') {
  const simulator = createSimulator({ scenario, wait: async () => {} })
  const kept: Tokens[] = []
  const handler = createExchangeHandler({
    ...demoApp,
    ...demoSecrets,
    scope: ['required:read_vehicle_info', 'read_odometer', 'read_battery'],
    fetch: simulator.fetch,
    onTokens: async tokens => {
      kept.push(tokens)
      return { connected: true }
    },
  })
  async function connect() {
    const query = await connectInSimulator(simulator.fetch)
    return { code: query.get('code') ?? '', userId: query.get('user_id') ?? '' }
  }
  async function tokenCalls(): Promise<number> {
    const journal = await simulator.fetch(new Request('http://localhost:4010/__simulator/journal'))
    return (await journal.text()).split('"/oauth/token"').length - 1
  }
  return { simulator, handler, kept, connect, tokenCalls }
}

test('turns a real grant into tokens that open the vehicle API', async () => {
  const { simulator, handler, kept, connect } = start()
  const response = await handler(exchangeRequest(await connect()))
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ connected: true })
  const vehicles = await simulator.fetch(
    new Request('http://localhost:4010/v2.0/vehicles', {
      headers: { authorization: `Bearer ${kept[0]?.accessToken}` },
    }),
  )
  expect(vehicles.status).toBe(200)
})

test('makes one token call of fifty parallel posts, which the provider would punish', {
  tags: ['T08'],
}, async () => {
  const { handler, kept, connect, tokenCalls } = start()
  const grant = await connect()
  const responses = await Promise.all(
    Array.from({ length: 50 }, () => handler(exchangeRequest(grant))),
  )
  expect(responses.map(response => response.status)).toEqual(Array(50).fill(200))
  expect(kept).toHaveLength(1)
  expect(await tokenCalls()).toBe(1)
})

test('keeps the first connection alive when the code comes again under another key', {
  tags: ['T09'],
}, async () => {
  const { simulator, handler, kept, connect } = start()
  const grant = await connect()
  await handler(exchangeRequest(grant))
  const again = exchangeRequest(grant, { key: 'session-id-of-the-browser-0002' })
  expect((await handler(again)).status).toBe(409)
  // A second use at the provider would have revoked these tokens.
  const vehicles = await simulator.fetch(
    new Request('http://localhost:4010/v2.0/vehicles', {
      headers: { authorization: `Bearer ${kept[0]?.accessToken}` },
    }),
  )
  expect(vehicles.status).toBe(200)
})

test.each([
  ['expired-code', 400],
  ['token-html', 502],
  ['token-huge', 502],
  ['token-redirected', 502],
  ['token-malformed', 502],
  ['token-cut-off', 502],
  ['token-empty', 502],
  ['token-wrong-types', 502],
  ['token-no-refresh', 502],
  ['token-error', 502],
  ['token-rate-limited', 502],
  ['token-slow', 200],
])('survives the scenario %s with %i', { tags: ['T36'] }, async (scenario, status) => {
  const { handler, kept, connect, tokenCalls } = start(scenario)
  const grant = await connect()
  expect((await handler(exchangeRequest(grant))).status).toBe(status)
  expect((await handler(exchangeRequest(grant))).status).toBe(status)
  expect(kept).toHaveLength(status === 200 ? 1 : 0)
  expect(await tokenCalls()).toBe(1)
})

test('accepts no car of another person, even when the browser names it', {
  tags: ['T01'],
}, async () => {
  const { simulator, handler, kept, connect } = start()
  const eve = await connectInSimulator(simulator.fetch, { email: 'eve@example.com' })
  const grant = await connect()
  const response = await handler(exchangeRequest({ ...grant, userId: eve.get('user_id') }))
  expect(response.status).toBe(403)
  expect(kept).toEqual([])
})

test.each(['fewer-permissions', 'more-permissions'])(
  'stores nothing in the scenario %s',
  { tags: ['T31'] },
  async scenario => {
    const { simulator, handler, kept } = start(scenario)
    const query = await connectInSimulator(simulator.fetch, {
      params: { scope: 'read_odometer required:read_vehicle_info read_battery' },
    })
    const response = await handler(exchangeRequest({ code: query.get('code') ?? '' }))
    expect(response.status).toBe(403)
    expect(kept).toEqual([])
  },
)
