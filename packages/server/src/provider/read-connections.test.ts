// The list of connections, page by page.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { createMachineToken } from './machine-token.ts'
import { type ListedConnection, readConnections } from './read-connections.ts'

const url = new URL('http://localhost:4010')
const userId = 'u'

function item(id: string): object {
  return {
    id: `connection of ${id}`,
    attributes: { permissions: ['read_vin'], vehicle: { mode: 'live' } },
    relationships: {
      user: { data: { id: userId, type: 'user' } },
      vehicle: { data: { id, type: 'vehicle' } },
    },
  }
}

/** Reads a list whose pages a test chooses; notes the addresses that were asked. */
async function read(
  pageOf: (asked: readonly string[]) => object,
): Promise<{ asked: readonly string[]; found: readonly ListedConnection[] }> {
  const asked: string[] = []
  async function fetch(request: Request): Promise<Response> {
    asked.push(request.url)
    return Response.json(pageOf(asked))
  }
  const found = await readConnections({ url, fetch }, 'canary', { userId }, () => 'complete')
  return { asked, found }
}

test('an account of 60 cars was cut off after the first page', async () => {
  const simulator = createSimulator()
  const query = await connectInSimulator(simulator.fetch, {
    url: 'http://localhost:4010/oauth/authorize?response_type=none&client_id=demo-client&redirect_uri=http://localhost:5173/cb&scope=read_odometer&make=KIA&state=s',
    email: '60-vehicles@smartcar.com',
  })
  const machine = createMachineToken({
    clientId: 'client_demo',
    clientSecret: 'demo-machine-secret',
    iamUrl: 'http://localhost:4010/oauth2/token',
    fetch: simulator.fetch,
  })
  const found = await readConnections(
    { url, fetch: simulator.fetch },
    await machine.getAccessToken(),
    { userId: query.get('user_id') ?? '' },
    () => 'complete',
  )
  expect(new Set(found.map(({ vehicle }) => vehicle.id)).size).toBe(60)
})

test('pages shorter than the one that was asked for ended the list', async () => {
  const { asked, found } = await read(sent => ({
    data: [item(`car ${sent.length}`)],
    links: {
      next:
        sent.length < 3 ? `${url.origin}/v3/connections?page%5Bnumber%5D=${sent.length + 1}` : null,
    },
  }))
  expect(found.map(({ vehicle }) => vehicle.id)).toEqual(['car 1', 'car 2', 'car 3'])
  expect(asked.slice(1)).toEqual([
    `${url.origin}/v3/connections?page%5Bnumber%5D=2`,
    `${url.origin}/v3/connections?page%5Bnumber%5D=3`,
  ])
})

test('a link to another host got the application’s token', { tags: ['T32'] }, async () => {
  const { asked } = await read(sent => ({
    data: [item(`car ${sent.length}`)],
    links: { next: sent.length < 2 ? 'https://evil.example/v3/connections?page=2' : null },
  }))
  expect(asked.map(address => new URL(address).origin)).toEqual([url.origin, url.origin])
  expect(asked[1]).toBe(`${url.origin}/v3/connections?page=2`)
})

test('a list that leads on for ever is left', async () => {
  const next = `${url.origin}/v3/connections?page=again`
  const empty = await read(() => ({ data: [], links: { next } }))
  expect(empty.asked).toHaveLength(1)
  const full = await read(() => ({
    data: Array.from({ length: 100 }, () => item('car')),
    links: { next },
  }))
  expect(full.asked).toHaveLength(10)
})
