// The simulator's own endpoints and its control page.

import { expect } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { connectUrl, createVisitor } from '../../test/visitor.ts'
import type { JournalEntry } from '../memory/journal.ts'
import { createSimulator, type Simulator } from '../simulator.ts'

const origin = 'http://localhost:4010'

function post(simulator: Simulator, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...init.headers }
  return simulator.fetch(
    new Request(`${origin}/__simulator/${path}`, { method: 'POST', ...init, headers }),
  )
}

async function journal(simulator: Simulator, query = '') {
  const answer = await simulator.fetch(new Request(`${origin}/__simulator/journal${query}`))
  return (await answer.json()) as { total: number; entries: JournalEntry[] }
}

test('says to pages of any origin that it is a simulator, and nothing else', async ({
  simulator,
}) => {
  const address = `${origin}/__simulator/about`
  const headers = { Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'same-site' }
  const answer = await simulator.fetch(new Request(address, { headers }))
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(await answer.json()).toEqual({ program: 'smartcar-connect-simulator' })
  const other = await simulator.fetch(new Request(`${origin}/__simulator/journal`, { headers }))
  expect(other.headers.has('Access-Control-Allow-Origin')).toBe(false)
})

test('the journal counts token calls and shows no secret', async ({ simulator, visitor }) => {
  await visitor.goTo(connectUrl({ make: 'KIA', state: 'canary-state' }))
  await visitor.press('Sign in', { email: 'me@example.com', password: 'canary-password' })
  await visitor.press('Allow')
  const code = new URL(visitor.address()).searchParams.get('code') ?? ''
  const accessToken = await visitor.redeem()
  await visitor.read('/v2.0/vehicles', accessToken)

  const calls = await journal(simulator, '?path=/oauth/token&method=POST')
  expect(calls.entries).toHaveLength(1)
  expect(calls.entries[0]).toMatchObject({
    method: 'POST',
    status: 200,
    authorization: 'Basic',
    parameters: { grant_type: 'authorization_code' },
  })
  const all = await journal(simulator)
  expect(all.total).toBe(all.entries.length)
  const text = JSON.stringify(all)
  for (const secret of [code, accessToken, 'canary-state', 'canary-password', 'demo-secret']) {
    expect(text).not.toContain(secret)
  }
})

test('the journal tells which error a person was sent back with', async ({
  simulator,
  visitor,
}) => {
  await visitor.goTo(connectUrl())
  await visitor.press('Back to application')
  const { entries } = await journal(simulator, '?path=/connect/return')
  expect(entries).toMatchObject([{ error: 'user_manually_returned_to_application', status: 303 }])
})

test('the journal stays bounded and keeps counting', async ({ simulator }) => {
  for (let count = 0; count < 1600; count += 1) {
    await simulator.fetch(new Request(`${origin}/v2.0/user`))
  }
  const { total, entries } = await journal(simulator)
  expect(total).toBe(1600)
  expect(entries.length).toBeLessThanOrEqual(1000)
  expect(entries.at(-1)?.number).toBe(1600)
})

test('a scenario chosen here holds for requests that name none', async ({ simulator }) => {
  expect((await post(simulator, 'scenario', { body: '{"name":"wrong-state"}' })).status).toBe(200)
  const unknown = await post(simulator, 'scenario', { body: '{"name":"sunny"}' })
  expect(unknown.status).toBe(400)
  expect(await unknown.json()).toEqual({ error: expect.stringContaining('happy, coop') })
  const visitor = createVisitor(simulator)
  await visitor.goTo(connectUrl())
  await visitor.press('Back to application')
  expect(new URL(visitor.address()).searchParams.get('state')).not.toBe('s-1')
  await visitor.goTo(connectUrl({ flags: 'scenario:happy' }))
  await visitor.press('Back to application')
  expect(new URL(visitor.address()).searchParams.get('state')).toBe('s-1')
})

test('a reset forgets everything but the scenario', async () => {
  const simulator = createSimulator({ scenario: 'coop' })
  const visitor = createVisitor(simulator)
  await visitor.goTo(connectUrl({ make: 'KIA' }))
  const { address } = visitor
  await visitor.moveClock(1000)
  expect((await post(simulator, 'reset')).status).toBe(204)
  await visitor.goTo(address())
  expect(visitor.status()).toBe(410)
  const clock = await simulator.fetch(new Request(`${origin}/__simulator/clock`))
  expect(await clock.json()).toMatchObject({ offsetMs: 0 })
  const scenario = await simulator.fetch(new Request(`${origin}/__simulator/scenarios`))
  expect(await scenario.json()).toMatchObject({ current: 'coop' })
})

test('the control page shows the state and its forms come back to it', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ user: '<b>bold</b>' }))
  await visitor.goTo(`${origin}/`)
  expect(visitor.text()).toContain('GET /oauth/authorize')
  expect(visitor.text()).not.toContain('<b>bold')
  await visitor.press('Use', { name: 'slow' })
  expect(visitor.address()).toBe(`${origin}/`)
  expect(visitor.text()).toMatch(/<strong>slow<\/strong>/)
  await visitor.press('2 hours on')
  await visitor.press('Real time')
  await visitor.press('Reset everything')
  expect(visitor.text()).toContain('No requests yet.')
})

test('the control page shows what each connected car does now', async ({ simulator, visitor }) => {
  await visitor.goTo(`${origin}/`)
  expect(visitor.text()).toContain('No car is connected yet.')
  await visitor.connect()
  const before = JSON.stringify(simulator.snapshot().state.cars)
  await visitor.goTo(`${origin}/`)
  expect(visitor.text()).toMatch(/<strong>Kia .+ \d{4}<\/strong>\n<span>at home · locked · battery/)
  expect(JSON.stringify(simulator.snapshot().state.cars)).toBe(before)
  // The first drive of the day begins after twelve hours.
  await visitor.moveClock(12.1 * 3_600_000)
  await visitor.goTo(`${origin}/`)
  expect(visitor.text()).toMatch(/<span>driving · unlocked · .*not plugged in/)
})

test('the control page shows the newest of many cars', async ({ visitor }) => {
  await visitor.connect({}, '30-vehicles@smartcar.com')
  await visitor.goTo(`${origin}/`)
  expect(visitor.text().match(/<li><strong>Kia/g)).toHaveLength(24)
  expect(visitor.text()).toContain('The newest 24 of 30.')
})

test('what has no address or method here is refused in JSON', async ({ simulator }) => {
  function at(path: string, init: RequestInit = {}): Promise<Response> {
    return simulator.fetch(new Request(origin + path, init))
  }
  expect((await at('/nothing')).status).toBe(404)
  const wrong = await at('/oauth/token')
  expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'POST'])
  const large = await at('/oauth/token', { method: 'POST', body: 'x'.repeat(70_000) })
  expect(large.status).toBe(413)
})

test('the hosted redirect page hands over to origins of known applications only', async ({
  simulator,
}) => {
  function at(appOrigin: string): Promise<Response> {
    return simulator.fetch(
      new Request(`${origin}/v2/redirect?app_origin=${encodeURIComponent(appOrigin)}`),
    )
  }
  const good = await at('http://localhost:5173')
  expect(good.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
  expect(await good.text()).toContain('/__simulator/hosted-redirect.js')
  for (const hostile of ['https://evil.example', '*', 'null', '']) {
    const refused = await at(hostile)
    expect([hostile, refused.status]).toEqual([hostile, 400])
    expect(await refused.text()).not.toContain('<script')
  }
})

test('all addresses move below a base path', async () => {
  const simulator = createSimulator({ basePath: '/sim' })
  function at(path: string): Promise<Response> {
    return simulator.fetch(new Request(origin + path))
  }
  const { search } = new URL(connectUrl())
  expect((await at(`/oauth/authorize${search}`)).status).toBe(404)
  const started = await at(`/sim/oauth/authorize${search}`)
  expect(started.headers.get('Location')).toMatch(/^\/sim\/connect\/brand\?attempt=/)
  const page = await (await at(started.headers.get('Location') ?? '')).text()
  for (const [, address] of page.matchAll(/ (?:href|action)="([^#"][^"]*)"/g)) {
    expect(address).toMatch(/^\/sim\//)
  }
  expect((await at('/sim')).status).toBe(200)
})

test('a snapshot carries an open attempt over to another simulator', async () => {
  const first = createSimulator()
  const visitor = createVisitor(first)
  await visitor.goTo(connectUrl({ make: 'KIA' }))
  const page = visitor.address()
  const taken = first.snapshot()
  const kept = JSON.parse(JSON.stringify(taken))
  await visitor.press('Back to application')
  // What happens later does not reach into a snapshot that was taken.
  expect(taken).toEqual(kept)
  const second = createVisitor(createSimulator({ snapshot: kept }))
  await second.goTo(page)
  await second.press('Sign in', { email: 'me@example.com', password: 'x' })
  await second.press('Allow')
  expect(await second.redeem()).toMatch(/^[0-9a-f-]{36}$/)
})

test('the control page leads to Connect, and a car comes back to it', async ({ visitor }) => {
  await visitor.goTo(`${origin}/`)
  const address = /<a href="([^"]*)">Connect a car</.exec(visitor.text())?.[1] ?? ''
  await visitor.goTo(address.replaceAll('&amp;', '&'))
  await visitor.press('Kia')
  await visitor.press('Sign in', { email: 'me@example.com', password: 'x' })
  await visitor.press('Allow')
  expect(visitor.address()).toMatch(/^http:\/\/localhost:4010\/\?code=/)
  expect(visitor.status()).toBe(200)
  expect(visitor.text()).toContain('<strong>Kia ')

  const elsewhere = createSimulator({ hosts: ['cars.example'] })
  const page = await elsewhere.fetch('http://cars.example/')
  expect(await page.text()).not.toContain('Connect a car')
})

test.each([
  ['scenario', { name: { toString: 1, valueOf: 1 } }, 400],
  ['scenario', { name: [[]] }, 400],
  ['webhooks', { id: { toString: 1, valueOf: 1 } }, 404],
  ['webhooks', { clientId: { toString: 1, valueOf: 1 } }, 400],
  ['webhooks/send', { webhookId: { toString: 1, valueOf: 1 } }, 404],
  ['clock', { advanceMs: { toString: 1, valueOf: 1 } }, 400],
] as const)('an object in the place of a text is refused: %s %j', async (path, fields, status) => {
  const answer = await post(createSimulator(), path, { body: JSON.stringify(fields) })
  expect(answer.status).toBe(status)
})
