// The connections of version 3.

import { expect, test } from 'vitest'
import { expectShape } from '../../test/shape.ts'
import { startVersion3, v3 } from '../../test/version-3.ts'
import * as shapes from '../../test/version-3-shapes.ts'
import { createSimulator } from '../simulator.ts'

test('the list has the recorded shape', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect('me@example.com', { external_id: 'e 1' })
  const { status, body } = await call('/connections')
  expect(status).toBe(200)
  expectShape(body, shapes.connections)
  const [first] = body.data
  expect(first.attributes).toMatchObject({
    vehicle: { make: 'KIA', mode: 'live' },
    user: { id: userId, externalId: 'e 1' },
  })
  expect(first.relationships).toEqual({
    vehicle: {
      data: { id: vehicleId, type: 'vehicle' },
      links: { related: `${v3}/vehicles/${vehicleId}` },
    },
    user: { data: { id: userId, type: 'user' } },
  })
  expect(first.links.self).toBe(`${v3}/connections/${first.id}`)
  expect(body.links).toEqual({
    self: `${v3}/connections?page%5Bnumber%5D=1&page%5Bsize%5D=10&filter%5Bvehicle.mode%5D=live`,
    first: `${v3}/connections?page%5Bnumber%5D=1&page%5Bsize%5D=10&filter%5Bvehicle.mode%5D=live`,
    last: `${v3}/connections?page%5Bnumber%5D=1&page%5Bsize%5D=10&filter%5Bvehicle.mode%5D=live`,
    next: null,
    prev: null,
  })
})

test('a user without an external id has an id only', async () => {
  const { call, connect } = startVersion3()
  const { userId } = await connect()
  const { body } = await call('/connections')
  expect(body.data[0].attributes.user).toEqual({ id: userId })
})

test('nobody connected is an empty list', async () => {
  const { call } = startVersion3()
  const { status, body } = await call('/connections?filter[userId]=nobody')
  expect(status).toBe(200)
  expectShape(body, shapes.connections)
  expect(body).toMatchObject({ data: [], meta: { totalCount: 0 }, links: { next: null } })
})

test('they are found by user, vehicle and external id', async () => {
  const { call, connect } = startVersion3()
  const mine = await connect('me@example.com', { external_id: 'e 1' })
  await connect('you@example.com')
  async function count(query: string, userId?: string): Promise<number> {
    const { body } = await call(`/connections?${query}`, userId === undefined ? {} : { userId })
    expect(body.data).toHaveLength(body.meta.totalCount)
    return body.data.length
  }
  expect(await count('')).toBe(4)
  expect(await count(`filter[userId]=${mine.userId}`)).toBe(2)
  expect(await count('', mine.userId)).toBe(2)
  expect(await count(`filter[vehicleId]=${mine.vehicleId}`)).toBe(1)
  expect(await count('filter[user.externalId]=e%201')).toBe(2)
  expect(await count('filter[user.externalId]=e')).toBe(0)
  expect(await count(`filter[userId]=${mine.userId}&filter[user.externalId]=x`)).toBe(0)
})

test('simulated cars are listed only when they are asked for; test mode is simulated', async () => {
  const { call, connect } = startVersion3()
  await connect('live@example.com')
  for (const mode of ['simulated', 'test']) await connect(`${mode}@example.com`, { mode })
  const live = (await call('/connections')).body
  expect(live.meta.totalCount).toBe(2)
  const simulated = (await call('/connections?filter[vehicle.mode]=simulated')).body
  expectShape(simulated, shapes.connections)
  const users = simulated.data.map((one: typeof live) => one.attributes.user.id)
  expect(new Set(users).size).toBe(2)
  for (const { attributes } of simulated.data) expect(attributes.vehicle.mode).toBe('simulated')
  const wrong = await call('/connections?filter[vehicle.mode]=imagined')
  expect(wrong.status).toBe(400)
  expectShape(wrong.body, shapes.errors)
})

test('a client that follows next reads every connection once', async () => {
  const { call, connect } = startVersion3()
  await connect('25-vehicles@smartcar.com')
  const ids: string[] = []
  const pages: unknown[] = []
  let path: string | undefined = '/connections'
  while (path !== undefined) {
    const { body } = await call(path)
    expectShape(body, shapes.connections)
    ids.push(...body.data.map(({ id }: { id: string }) => id))
    pages.push([body.meta.pageNumber, body.data.length, body.links.prev === null])
    path = body.links.next?.slice(v3.length)
  }
  expect(new Set(ids).size).toBe(25)
  expect(pages).toEqual([
    [1, 10, true],
    [2, 10, false],
    [3, 5, false],
  ])
})

test.each(['page[size]=0', 'page[size]=x', 'page[number]=0'])('%s is refused', async query => {
  const { call } = startVersion3()
  const { status, body } = await call(`/connections?${query}`)
  expect(status).toBe(400)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({ type: 'VALIDATION', code: 'INVALID_INPUT_FORMAT' })
})

test('the newest comes first, and connecting again changes updatedAt only', async () => {
  const { visitor, call, connect } = startVersion3()
  const old = await connect('1-vehicles@smartcar.com')
  await visitor.moveClock(1000)
  const { userId } = await connect('me@example.com')
  await visitor.moveClock(1000)
  await connect('1-vehicles@smartcar.com')
  const { data } = (await call('/connections')).body
  expect(data.map((one: typeof data) => one.relationships.user.data.id)).toEqual([
    userId,
    userId,
    old.userId,
  ])
  expect(data.at(-1).meta).toEqual({
    createdAt: '2026-06-01T10:00:00.000Z',
    updatedAt: '2026-06-01T10:00:02.000Z',
  })
})

test('one is read, and deleted for good', async () => {
  const { call, connect } = startVersion3()
  await connect('1-vehicles@smartcar.com')
  const [listed] = (await call('/connections')).body.data
  const path = `/connections/${listed.id}`
  const read = await call(path)
  expectShape(read.body, { data: shapes.connection })
  expect(read.body.data).toEqual(listed)
  const deleted = await call(path, { method: 'DELETE' })
  expect([deleted.status, deleted.body]).toEqual([204, undefined])
  for (const method of ['GET', 'DELETE']) {
    const gone = await call(path, { method })
    expect(gone.status).toBe(404)
    expectShape(gone.body, shapes.errors)
  }
  expect((await call('/connections')).body.data).toEqual([])
})

test('a removed user takes all connections along, and the access of older tokens', async () => {
  const { visitor, call, connect } = startVersion3()
  const { userId } = await connect()
  await visitor.connect({ approval_prompt: 'force' })
  const token = await visitor.redeem()
  const yours = await connect('you@example.com')
  const removed = await call(`/users/${userId}`, { method: 'DELETE' })
  expect([removed.status, removed.body]).toEqual([204, undefined])
  const { data } = (await call('/connections')).body
  expect(data).toHaveLength(2)
  expect(data[0].attributes.user.id).toBe(yours.userId)
  expect((await visitor.read('/v2.0/user', token)).status).toBe(401)
  const again = await call(`/users/${userId}`, { method: 'DELETE' })
  expect(again.status).toBe(404)
  expectShape(again.body, shapes.errors)
})

test('scenario connections-lag hides a connection and its vehicle for five seconds', async () => {
  const { visitor, call, connect } = startVersion3({ scenario: 'connections-lag' })
  const { userId } = await connect()
  expect((await call('/connections')).body.data).toEqual([])
  await visitor.moveClock(5000)
  const [listed] = (await call('/connections')).body.data
  const vehicle = `/vehicles/${listed.relationships.vehicle.data.id}`
  const paths = [`/connections/${listed.id}`, vehicle, `${vehicle}/signals`]
  async function statuses(): Promise<readonly number[]> {
    return Promise.all(paths.map(async path => (await call(path, { userId })).status))
  }
  expect(await statuses()).toEqual([200, 200, 200])
  await visitor.moveClock(-1)
  expect(await statuses()).toEqual([404, 404, 404])
})

test('scenario slow lets a list wait that has the connection, and no other', async () => {
  const waits: number[] = []
  const { call, connect } = startVersion3({
    wait: async durationMs => {
      waits.push(durationMs)
    },
  })
  await connect('me@example.com')
  const { userId } = await connect('you@example.com', { flags: 'scenario:slow' })
  waits.length = 0
  await call('/connections?filter[userId]=nobody')
  expect(waits).toEqual([])
  await call(`/connections?filter[userId]=${userId}`)
  expect(waits).toEqual([4000])
})

test('links lead to where the request came from, below the base path', async () => {
  const simulator = createSimulator({ basePath: '/simulator', hosts: ['simulator'] })
  const base = 'http://simulator:4010/simulator'
  const token = await simulator.fetch(
    new Request(`${base}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('client_demo:demo-machine-secret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    }),
  )
  const { access_token } = (await token.json()) as { access_token: string }
  const list = await simulator.fetch(
    new Request(`${base}/v3/connections?page[size]=5`, {
      headers: { Authorization: `Bearer ${access_token}` },
    }),
  )
  expect(await list.json()).toMatchObject({
    links: {
      self: `${base}/v3/connections?page%5Bnumber%5D=1&page%5Bsize%5D=5&filter%5Bvehicle.mode%5D=live`,
    },
  })
})

test('scenario other-mode connects in a mode that nobody asked for', async () => {
  const { call, connect } = startVersion3({ scenario: 'other-mode' })
  await connect()
  expect((await call('/connections')).body.data).toEqual([])
  const { body } = await call('/connections?filter[vehicle.mode]=simulated')
  expect(body.data[0].attributes.vehicle.mode).toBe('simulated')
})
