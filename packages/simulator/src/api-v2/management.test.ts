// The management API: lists and ends connections by the application's own token.

import { expect } from 'vitest'
import { errorShape, validationShape } from '../../test/error-shapes.ts'
import { test } from '../../test/fixtures.ts'
import { expectShape, isoTime, listOf, nullable, text, uuid } from '../../test/shape.ts'
import type { Simulator } from '../simulator.ts'

type Listed = {
  readonly connections: readonly { userId: string; vehicleId: string; connectedAt: string }[]
  readonly paging: { readonly cursor: string | null }
}

function manage(
  simulator: Simulator,
  method: string,
  query: Readonly<Record<string, string>> = {},
  token = 'demo-management-token',
): Promise<Response> {
  return simulator.fetch(
    new Request(`http://localhost:4010/v2.0/management/connections?${new URLSearchParams(query)}`, {
      method,
      headers: { Authorization: `Basic ${btoa(`default:${token}`)}` },
    }),
  )
}

async function list(simulator: Simulator, query: Record<string, string> = {}): Promise<Listed> {
  return (await (await manage(simulator, 'GET', query)).json()) as Listed
}

test('lists connections in the provider’s shape', async ({ simulator, visitor }) => {
  await visitor.connect({}, '3-vehicles@smartcar.com')
  const answer = await manage(simulator, 'GET')
  expect(answer.headers.get('SC-Request-Id')).toMatch(/^[\da-f-]{36}$/)
  // Docs and suite.
  expectShape(await answer.json(), {
    connections: listOf({ userId: uuid, vehicleId: uuid, connectedAt: isoTime, mode: 'live' }),
    paging: { cursor: nullable(text) },
  })
})

test('pages lead through all, newest first', async ({ simulator, visitor }) => {
  await visitor.connect({}, '4-vehicles@smartcar.com')
  await visitor.moveClock(1000)
  await visitor.connect({}, '3-vehicles@smartcar.com')
  const all = await list(simulator)
  expect(all.connections).toHaveLength(7)
  expect(all.paging.cursor).toBe(null)
  const times = all.connections.map(({ connectedAt }) => connectedAt)
  expect(times).toEqual([...times].sort().reverse())
  expect(new Set(times).size).toBe(2)

  const found: string[] = []
  let cursor: string | null = ''
  let pages = 0
  while (cursor !== null && pages < 9) {
    const page: Listed = await list(simulator, { limit: '3', ...(cursor !== '' && { cursor }) })
    found.push(...page.connections.map(({ vehicleId }) => vehicleId))
    cursor = page.paging.cursor
    pages += 1
  }
  expect(pages).toBe(3)
  expect(found).toEqual(all.connections.map(({ vehicleId }) => vehicleId))
})

test('has ten on a page unless told otherwise', async ({ simulator, visitor }) => {
  await visitor.connect({}, '11-vehicles@smartcar.com')
  expect((await list(simulator)).connections).toHaveLength(10)
  expect((await list(simulator, { limit: '100' })).connections).toHaveLength(11)
})

test('filters by user, vehicle and mode', async ({ simulator, visitor }) => {
  await visitor.connect({ mode: 'live' }, 'one@example.com')
  await visitor.connect({ mode: 'test' }, 'two@example.com')
  const all = (await list(simulator)).connections
  const { userId = '', vehicleId = '' } = all[0] ?? {}
  const ofUser = (await list(simulator, { user_id: userId })).connections
  expect(ofUser.length).toBeLessThan(all.length)
  expect(new Set(ofUser.map(connection => connection.userId))).toEqual(new Set([userId]))
  expect((await list(simulator, { vehicle_id: vehicleId })).connections).toHaveLength(1)
  const live = (await list(simulator, { mode: 'live' })).connections
  const simulated = (await list(simulator, { mode: 'simulated' })).connections
  expect(live.length + simulated.length).toBe(all.length)
  expect(live.length).toBeGreaterThan(0)
  // The old name of the mode finds the same.
  expect((await list(simulator, { mode: 'test' })).connections).toEqual(simulated)
})

test('ends those of a user, and names them', async ({ simulator, visitor }) => {
  await visitor.connect({}, 'one@example.com')
  await visitor.connect({}, '3-vehicles@smartcar.com')
  const before = (await list(simulator)).connections
  const userId = before.at(-1)?.userId ?? ''
  const ended = before.filter(connection => connection.userId === userId)
  const answer = (await (await manage(simulator, 'DELETE', { user_id: userId })).json()) as Listed
  // Docs: nothing but the two ids; the Python SDK's suite demands that no time is there.
  expectShape(answer, { connections: listOf({ userId, vehicleId: uuid }) })
  expect(answer.connections).toHaveLength(ended.length)
  expect((await list(simulator)).connections).toHaveLength(before.length - ended.length)
})

test('ends a vehicle’s, and one of a user alone', async ({ simulator, visitor }) => {
  await visitor.connect({}, '3-vehicles@smartcar.com')
  const [first, second] = (await list(simulator)).connections
  const one = await manage(simulator, 'DELETE', { vehicle_id: first?.vehicleId ?? '' })
  expect(await one.json()).toMatchObject({ connections: [{ vehicleId: first?.vehicleId }] })
  const both = { user_id: second?.userId ?? '', vehicle_id: second?.vehicleId ?? '' }
  await manage(simulator, 'DELETE', both)
  expect((await list(simulator)).connections).toHaveLength(1)
})

test.for([
  ['GET', { limit: '0' }, 'limit'],
  ['GET', { limit: '101' }, 'limit'],
  ['GET', { mode: 'dream' }, 'mode'],
  ['DELETE', {}, 'user_id'],
] as const)('%s with %o is refused', async ([method, query, field], { simulator }) => {
  const answer = await manage(simulator, method, query)
  expect(answer.status).toBe(400)
  expectShape(await answer.json(), validationShape(field))
})

test.for(['GET', 'DELETE'])('%s without the token is refused', async (method, { simulator }) => {
  const answer = await manage(simulator, method, { user_id: 'u' }, 'wrong')
  expect(answer.status).toBe(401)
  expectShape(await answer.json(), errorShape('AUTHENTICATION', null, 401))
})
