// Test data must not be taken for a real car.

import { createSimulator } from 'smartcar-connect-simulator'
import { afterEach, expect, test, vi } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { demoApp, demoSecrets } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { createExchangeHandler } from '../exchange/exchange-handler.ts'
import { createSqliteStore } from '../stores/sqlite.ts'
import { markTestVehicles } from './mark-test-vehicles.ts'

afterEach(() => vi.unstubAllEnvs())

const url = new URL('http://localhost:4010')
const car = { id: 'car', permissions: ['read_vin'] }

function answering(body: object, status = 200) {
  const asked: string[] = []
  async function fetch(request: Request) {
    asked.push(new URL(request.url).pathname)
    return Response.json(body, { status })
  }
  return { api: { url, fetch }, asked }
}

test('tells a sample VIN, in small letters too, from a real one', { tags: ['T31'] }, async () => {
  async function modeOf(vin: unknown) {
    return (await markTestVehicles(answering({ vin }).api, 'token', [car]))[0]?.mode
  }
  expect(await modeOf('0SCAUDI012FE3B132')).toBe('simulated')
  expect(await modeOf('0scaudi012fe3b132')).toBe('simulated')
  expect(await modeOf('5YJ3E1EA7KF000001')).toBeUndefined()
  expect(await modeOf('WVW0SC1KZAP000001')).toBeUndefined()
  expect(await modeOf(12)).toBeUndefined()
})

test('asks for no VIN that was not granted, nor where the mode is known', {
  tags: ['T31'],
}, async () => {
  const { api, asked } = answering({ vin: '0SCAUDI012FE3B132' })
  const vehicles = [
    { id: 'unshared', permissions: ['read_odometer'] },
    { id: 'known', permissions: ['read_vin'], mode: 'live' },
  ]
  expect(await markTestVehicles(api, 'token', vehicles)).toEqual(vehicles)
  expect(asked).toEqual([])
})

test('keeps a car that does not tell its VIN', { tags: ['T31'] }, async () => {
  expect(await markTestVehicles(answering({}, 409).api, 'token', [car])).toEqual([car])
})

async function connect(granted: string, mode?: 'live' | 'simulated') {
  const simulator = createSimulator()
  const kept: unknown[] = []
  const handler = createExchangeHandler({
    ...demoApp,
    ...demoSecrets,
    store: createSqliteStore({ file: ':memory:' }),
    tokenUrl: 'https://auth.test/oauth/token',
    apiUrl: 'https://api.test',
    fetch: request => {
      const { pathname, search } = new URL(request.url)
      return simulator.fetch(new Request(new URL(pathname + search, url), request))
    },
    onTokens: async tokens => void kept.push(tokens),
    ...(mode && { mode }),
  })
  const query = await connectInSimulator(simulator.fetch, {
    params: { scope: 'read_vin', mode: granted },
  })
  const response = await handler(exchangeRequest({ code: query.get('code') ?? '' }))
  return { status: response.status, kept: kept.length }
}

test.each([
  ['refuses a simulated car in production', 'production', 'simulated', undefined, 403],
  ['accepts a live car in production', 'production', 'live', undefined, 204],
  ['accepts a simulated car outside production', 'test', 'simulated', undefined, 204],
  ['accepts a simulated car where it is asked for', 'production', 'simulated', 'simulated', 204],
  ['refuses a simulated car where a live one is asked for', 'test', 'simulated', 'live', 403],
] as const)('%s', { tags: ['T31'] }, async (_, environment, granted, mode, status) => {
  vi.stubEnv('NODE_ENV', environment)
  expect(await connect(granted, mode)).toEqual({ status, kept: status === 204 ? 1 : 0 })
})
