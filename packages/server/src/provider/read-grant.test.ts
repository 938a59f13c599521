// Whose tokens these are.

import { createSimulator } from 'smartcar-connect-simulator'
import { afterEach, expect, test, vi } from 'vitest'
import type { Fetch } from './provider-fetch.ts'
import { readGrant } from './read-grant.ts'

afterEach(() => vi.useRealTimers())

const url = new URL('http://localhost:4010')

function vehicleIds(count: number) {
  return Array.from({ length: count }, (_, index) => `car-${index}`)
}

function answer(count: number): Fetch {
  return async request => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/v2.0/user') return Response.json({ id: 'ada' })
    if (pathname !== '/v2.0/vehicles') return Response.json({ permissions: ['read_vin'] })
    const offset = Number(searchParams.get('offset'))
    const limit = Number(searchParams.get('limit'))
    return Response.json({ vehicles: vehicleIds(count).slice(offset, offset + limit) })
  }
}

test.each([0, 1, 49, 50, 51, 120])('reads %i vehicles page by page', async count => {
  const grant = await readGrant({ url, fetch: answer(count) }, 'token')
  expect(grant.userId).toBe('ada')
  expect(grant.vehicles.map(({ id }) => id)).toEqual(vehicleIds(count))
})

test('waits for a provider that is busy, up to three tries', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let calls = 0
  async function busy(request: Request): Promise<Response> {
    calls += 1
    return calls < 3 ? Response.json({}, { status: 429 }) : answer(1)(request)
  }
  const reading = readGrant({ url, fetch: busy }, 'token')
  await vi.advanceTimersByTimeAsync(1000)
  expect((await reading).vehicles).toHaveLength(1)
})

test('gives up on a provider that stays busy', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let calls = 0
  async function down(): Promise<Response> {
    calls += 1
    return Response.json({}, { status: 503 })
  }
  const reading = expect(readGrant({ url, fetch: down }, 'token')).rejects.toMatchObject({
    name: 'ProviderError',
  })
  await vi.advanceTimersByTimeAsync(5000)
  await reading
  expect(calls).toBe(3)
})

test('does not repeat a refusal', async () => {
  const simulator = createSimulator()
  let calls = 0
  function fetch(request: Request): Promise<Response> {
    calls += 1
    return simulator.fetch(request)
  }
  await expect(readGrant({ url, fetch }, 'wrong token')).rejects.toThrow(/401/)
  expect(calls).toBe(1)
})

test.each([[null], [[]], [{ id: 5 }], [{ id: '' }], ['ada']])(
  'refuses the user answer %j',
  async body => {
    const api = { url, fetch: async () => Response.json(body) }
    await expect(readGrant(api, 'token')).rejects.toThrow(/another form/)
  },
)
