// Version 3: machine tokens, connections, vehicles and signals; and the management API.

import { expect, test } from 'vitest'
import { connectUrl, createVisitor, type Visitor } from '../../test/visitor.ts'
import { createSimulator, type Simulator } from '../simulator.ts'

const origin = 'http://localhost:4010'

async function machineToken(
  simulator: Simulator,
  secret = 'demo-machine-secret',
): Promise<Response> {
  return simulator.fetch(
    new Request(`${origin}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`client_demo:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    }),
  )
}

async function connect(
  visitor: Visitor,
  email: string,
  more: Record<string, string> = {},
): Promise<string> {
  await visitor.connect({ response_type: 'none', ...more }, email)
  return new URL(visitor.address()).searchParams.get('user_id') ?? ''
}

type List = {
  data: {
    id: string
    relationships: { vehicle: { data: { id: string } }; user: { data: { id: string } } }
  }[]
  meta: { totalCount: number }
  links: { next: string | null }
}

async function setUp(options: Parameters<typeof createSimulator>[0] = {}) {
  const simulator = createSimulator(options)
  const visitor = createVisitor(simulator)
  const { access_token: token } = (await (await machineToken(simulator)).json()) as {
    access_token: string
  }
  async function connections(query = ''): Promise<List> {
    return (await visitor.read(`/v3/connections?${query}`, token)).body as List
  }
  return { simulator, visitor, token, connections }
}

test('a machine gets a token for an hour and no refresh token', async () => {
  const { simulator, visitor, token } = await setUp()
  const answer = await machineToken(simulator)
  expect(await answer.json()).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 3600,
  })
  expect((await machineToken(simulator, 'wrong')).status).toBe(401)
  await visitor.moveClock(3_600_000)
  expect((await visitor.read('/v3/connections', token)).status).toBe(401)
})

test('connections are found by user, vehicle and external id', async () => {
  const { visitor, connections } = await setUp()
  const mine = await connect(visitor, 'me@example.com', { external_id: 'e 1' })
  await connect(visitor, 'you@example.com')
  expect((await connections()).meta.totalCount).toBe(4)
  const found = await connections(`filter[userId]=${mine}`)
  expect(found.data).toHaveLength(2)
  expect(found.data[0]).toMatchObject({
    type: 'connection',
    attributes: { vehicle: { make: 'Kia', mode: 'live' }, user: { externalId: 'e 1' } },
    relationships: { user: { data: { id: mine, type: 'user' } } },
  })
  const vehicleId = found.data[0]?.relationships.vehicle.data.id
  expect((await connections(`filter[vehicleId]=${vehicleId}`)).data).toHaveLength(1)
  expect((await connections('filter[user.externalId]=e%201')).data).toHaveLength(2)
  expect((await connections('filter[user.externalId]=e')).data).toHaveLength(0)
  expect((await connections(`filter[userId]=${mine}&filter[user.externalId]=x`)).data).toEqual([])
})

test('connections come in pages', async () => {
  const { visitor, connections } = await setUp()
  await connect(visitor, '25-vehicles@smartcar.com')
  const first = await connections('page[size]=10')
  expect(first.data).toHaveLength(10)
  expect(first.links.next).toContain('page%5Bnumber%5D=2')
  const last = await connections('page[size]=10&page[number]=3')
  expect(last.data).toHaveLength(5)
  expect(last.links.next).toBeNull()
  expect(await connections('page[size]=0')).toMatchObject({ type: 'VALIDATION' })
})

test('scenario connections-lag lists a connection five seconds late', async () => {
  const { visitor, connections } = await setUp({ scenario: 'connections-lag' })
  const userId = await connect(visitor, 'me@example.com')
  expect((await connections(`filter[userId]=${userId}`)).data).toHaveLength(0)
  await visitor.moveClock(5000)
  expect((await connections(`filter[userId]=${userId}`)).data).toHaveLength(2)
})

test('vehicles and signals need the right user', async () => {
  const { visitor, token, connections } = await setUp()
  const mine = await connect(visitor, 'me@example.com')
  const yours = await connect(visitor, 'you@example.com')
  const [connection] = (await connections(`filter[userId]=${mine}`)).data
  const path = `/v3/vehicles/${connection?.relationships.vehicle.data.id}`
  function read(end: string, userId?: string) {
    return visitor.read(
      path + end,
      token,
      userId === undefined ? {} : { headers: { 'sc-user-id': userId } },
    )
  }
  expect((await read('', mine)).body).toMatchObject({
    type: 'vehicle',
    attributes: { make: 'Kia' },
  })
  expect((await read('')).status).toBe(400)
  expect((await read('', yours)).status).toBe(404)
  expect((await read('/signals', mine)).body).toMatchObject({
    data: [{ id: 'odometer-traveleddistance', attributes: { status: { value: 'SUCCESS' } } }],
    meta: { totalCount: 1 },
  })
  expect((await read('/signals/odometer-traveleddistance', mine)).body).toMatchObject({
    attributes: { body: { unit: 'km', value: expect.any(Number) } },
  })
  expect((await read('/signals/location-preciselocation', mine)).status).toBe(403)
  expect((await read('/signals/none', mine)).status).toBe(404)
})

test('a person’s own token reads the signals of the vehicles it opens, and no others', async () => {
  const { visitor } = await setUp()
  async function token(single: string): Promise<string> {
    const options = { make: 'KIA', approval_prompt: 'force', single_select: single }
    await visitor.goTo(connectUrl(options))
    await visitor.press('Sign in', { email: 'me@example.com', password: 'x' })
    await visitor.press('Allow')
    return visitor.redeem()
  }
  const both = await token('false')
  const one = await token('true')
  const { vehicles } = (await visitor.read('/v2.0/vehicles', both)).body as { vehicles: string[] }
  async function status(id: string | undefined, accessToken: string): Promise<number> {
    return (await visitor.read(`/v3/vehicles/${id}/signals`, accessToken)).status
  }
  expect(await status(vehicles[0], one)).toBe(200)
  expect(await status(vehicles[1], both)).toBe(200)
  expect(await status(vehicles[1], one)).toBe(404)
})

test('a signal that a vehicle cannot give is listed as such', async () => {
  const { visitor, token, connections } = await setUp()
  const scope = { scope: 'read_fuel' }
  const userId = await connect(visitor, '0SCKAXX0000000001@bev.smartcar.com', scope)
  const [connection] = (await connections(`filter[userId]=${userId}`)).data
  const path = `/v3/vehicles/${connection?.relationships.vehicle.data.id}/signals`
  const headers = { 'sc-user-id': userId }
  expect((await visitor.read(path, token, { headers })).body).toMatchObject({
    data: [{ attributes: { status: { value: 'ERROR', error: { type: 'COMPATIBILITY' } } } }],
  })
  const one = `${path}/internalcombustionengine-fuellevel`
  expect((await visitor.read(one, token, { headers })).status).toBe(501)
})

test('deleting a connection ends it, for its own application only', async () => {
  const { simulator, visitor, token, connections } = await setUp()
  await connect(visitor, '1-vehicles@smartcar.com')
  const [connection] = (await connections()).data
  function remove(): Promise<Response> {
    return simulator.fetch(
      new Request(`${origin}/v3/connections/${connection?.id}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${token}` },
      }),
    )
  }
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
  expect((await connections()).data).toEqual([])
})

test('scenario other-mode connects in a mode that nobody asked for', async () => {
  const { visitor, connections } = await setUp({ scenario: 'other-mode' })
  await connect(visitor, 'me@example.com')
  expect((await connections()).data[0]).toMatchObject({ attributes: { mode: 'simulated' } })
})

test('the management API lists and ends connections by its own token', async () => {
  const { simulator, visitor } = await setUp()
  const userId = await connect(visitor, 'me@example.com')
  function manage(method: string, query: string, token = 'demo-management-token') {
    return simulator.fetch(
      new Request(`${origin}/v2.0/management/connections?${query}`, {
        method,
        headers: { Authorization: `Basic ${btoa(`default:${token}`)}` },
      }),
    )
  }
  const listed = await (await manage('GET', `user_id=${userId}`)).json()
  expect(listed).toMatchObject({ connections: [{ userId }, { userId }], paging: { cursor: null } })
  expect((await manage('GET', '', 'wrong')).status).toBe(401)
  expect((await manage('DELETE', '')).status).toBe(400)
  expect((await manage('DELETE', `user_id=${userId}`)).status).toBe(200)
  expect(await (await manage('GET', '')).json()).toMatchObject({ connections: [] })
})
