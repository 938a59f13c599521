// Two applications side by side: neither sees or ends what is the other's.

import { expect, test } from 'vitest'
import { connectUrl, createVisitor } from '../test/visitor.ts'
import { createSimulator } from './simulator.ts'
import { demoApplication } from './world/applications.ts'

const origin = 'http://localhost:4010'
const shop = {
  clientId: 'shop',
  clientSecret: 'shop-secret',
  redirectUris: ['http://localhost:*'],
  machine: { clientId: 'client_shop', clientSecret: 'shop-machine-secret' },
  managementToken: 'shop-management-token',
}

async function setUp() {
  const simulator = createSimulator({ applications: [demoApplication, shop] })
  function ask(method: string, path: string, authorization: string, body?: URLSearchParams) {
    return simulator.fetch(
      new Request(origin + path, {
        method,
        headers: { Authorization: authorization },
        ...(body && { body }),
      }),
    )
  }
  async function machine(id: string, secret: string): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials' })
    const answer = await ask('POST', '/oauth2/token', `Basic ${btoa(`${id}:${secret}`)}`, body)
    return `Bearer ${((await answer.json()) as { access_token: string }).access_token}`
  }
  const visitor = createVisitor(simulator)
  await visitor.connect()
  return {
    ask,
    visitor,
    demo: await machine('client_demo', 'demo-machine-secret'),
    shop: await machine('client_shop', 'shop-machine-secret'),
  }
}

test('the other’s connections are neither listed nor ended, in version 3', async () => {
  const { ask, demo, shop: other } = await setUp()
  type List = { data: { id: string }[] }
  const mine = (await (await ask('GET', '/v3/connections', demo)).json()) as List
  expect(mine.data).toHaveLength(2)
  expect(((await (await ask('GET', '/v3/connections', other)).json()) as List).data).toEqual([])
  const path = `/v3/connections/${mine.data[0]?.id}`
  expect((await ask('DELETE', path, other)).status).toBe(404)
  expect((await ask('DELETE', path, demo)).status).toBe(204)
})

test('the other’s connections are not managed', async () => {
  const { ask } = await setUp()
  async function manage(token: string): Promise<number> {
    const basic = `Basic ${btoa(`default:${token}`)}`
    const answer = await ask('GET', '/v2.0/management/connections', basic)
    return ((await answer.json()) as { connections: unknown[] }).connections.length
  }
  expect(await manage('demo-management-token')).toBe(2)
  expect(await manage('shop-management-token')).toBe(0)
})

test('the other’s code and vehicle are refused', async () => {
  const { ask, visitor } = await setUp()
  const code = new URL(visitor.address()).searchParams.get('code') ?? ''
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'http://localhost:5173/callback',
  })
  const answer = await ask('POST', '/oauth/token', `Basic ${btoa('shop:shop-secret')}`, form)
  expect(await answer.json()).toMatchObject({ error: 'invalid_request' })
  const accessToken = await visitor.redeem()
  const { vehicles } = (await visitor.read('/v2.0/vehicles', accessToken)).body as {
    vehicles: string[]
  }
  const vehicle = { response_type: 'vehicle_id', vehicle_id: vehicles[0] ?? '' }
  function again(more: Record<string, string>): string {
    return connectUrl({ ...vehicle, ...more }).replace('/authorize', '/reauthenticate')
  }
  await visitor.goTo(again({ application_id: 'shop' }))
  expect(visitor.status()).toBe(400)
  await visitor.goTo(again({}))
  expect(visitor.text()).toContain('Sign in to Kia')
})
