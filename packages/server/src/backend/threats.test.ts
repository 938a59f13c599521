// Attacks on the backend, against the simulator, on the store in memory and on SQLite.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BackendBrowser, pageOrigin } from '../../test/backend-browser.ts'
import { openBackend, vehiclesOf } from '../../test/open-backend.ts'
import { openSqliteTestStore, type TestStore } from '../../test/open-test-store.ts'
import { createMemoryStore } from '../stores/memory.ts'

describe.each(['memory', 'SQLite'])('%s', kind => {
  let sqlite: TestStore | undefined
  beforeEach(async () => {
    sqlite = kind === 'SQLite' ? await openSqliteTestStore() : undefined
    sqlite?.pass(Date.now() - sqlite.now())
  })
  afterEach(() => sqlite?.close())
  function open(more: Parameters<typeof openBackend>[0] = {}, scenario?: string) {
    return openBackend({ store: sqlite?.store ?? createMemoryStore(), ...more }, scenario)
  }

  test('accepts no mixture of two people’s sessions', { tags: ['T01', 'T02', 'T10'] }, async () => {
    for (let mixture = 1; mixture < 15; mixture += 1) {
      const { backend, browser } = openBackend()
      const both: Record<'userId' | 'state' | 'user' | 'cookie', string>[] = []
      for (const user of ['ada', 'bob']) {
        const own = browser(user)
        const { address, state } = await own.start()
        const userId = (await own.walk(address)).get('user_id') ?? ''
        both.push({ userId, state, user, cookie: own.cookie() })
      }
      const [state, user, cookie, userId] = (['state', 'user', 'cookie', 'userId'] as const).map(
        (name, bit) => both[(mixture >> bit) & 1]?.[name] ?? '',
      )
      const headers = { 'idempotency-key': state ?? '', 'x-test-user': user ?? '', cookie }
      const response = await browser('nobody').post('exchange', { userId }, headers as never)
      expect([mixture, response.status]).toEqual([mixture, 403])
      for (const name of ['ada', 'bob']) expect(await backend.connections(name)).toEqual([])
    }
  })

  test('an address that was sent to somebody gives its sender nothing', {
    tags: ['T55'],
  }, async () => {
    const { backend, browser, deliver } = open()
    const eve = browser('eve')
    await eve.connect({ brand: 'Kia' })
    const own = (await backend.connections('eve')).length
    const { address, state } = await eve.start()
    // Ada consents in her own browser; what comes back stays there.
    const adas = await browser('ada').walk(address)
    const { address: again } = await eve.start()
    const eves = await eve.walk(again, undefined, 'Kia')
    expect((await eve.exchange(state, eves)).status).toBe(403)
    const user = { id: adas.get('user_id'), externalId: adas.get('external_id') }
    const vehicle = { id: 'her-car', mode: 'live' }
    const event = { eventId: 'e', eventType: 'VEHICLE_STATE', data: { user, vehicle } }
    expect((await deliver(event)).status).toBe(200)
    expect(await backend.connections('eve')).toHaveLength(own)
    expect(await backend.connections('ada')).toEqual([])
  })

  test('a stranger’s vehicle id sends nothing to Smartcar, wherever it is put', {
    tags: ['T56'],
  }, async () => {
    const { backend, browser, sent } = open()
    const [{ id: vehicleId = '' } = {}] = await vehiclesOf(await browser('ada').connect())
    const eve = browser('eve')
    sent.length = 0
    const refused = { code: 'not_connected' }
    await expect(backend.vehicle({ user: 'eve', vehicleId })).rejects.toMatchObject(refused)
    await expect(backend.disconnect({ user: 'eve', vehicleId })).rejects.toMatchObject(refused)
    for (const part of ['session', 'disconnect']) {
      const known = await eve.post(part, { vehicleId })
      const unknown = await eve.post(part, { vehicleId: 'made-up' })
      expect([known.status, unknown.status]).toEqual([403, 403])
      expect(await known.text()).toBe(await unknown.text())
    }
    expect(sent).toEqual([])
    expect((await backend.connections('ada')).map(({ id }) => id)).toContain(vehicleId)
  })

  test('fifty posts of one state connect once', { tags: ['T08'] }, async () => {
    let connected = 0
    const { browser, sent } = open({
      onConnected: () => {
        connected += 1
        return { connected }
      },
    })
    const ada = browser('ada')
    const { address, state } = await ada.start()
    const result = await ada.walk(address)
    const answers = await Promise.all(Array.from({ length: 50 }, () => ada.exchange(state, result)))
    for (const answer of answers) expect(await answer.json()).toEqual({ connected: 1 })
    expect(sent.filter(line => line.includes('/token'))).toHaveLength(1)
    expect(sent.filter(line => line.includes('/connections'))).toHaveLength(1)
  })

  test('a session of the simulator does not end at the live provider', {
    tags: ['T07'],
  }, async () => {
    const { store, browser } = open()
    const live = openBackend({ store, simulator: undefined })
    const ada = browser('ada')
    const { address, state } = await ada.start()
    const userId = (await ada.walk(address)).get('user_id')
    const headers = { 'idempotency-key': state, cookie: ada.cookie() }
    const response = await live.browser('ada').post('exchange', { userId }, headers)
    expect([response.status, live.sent]).toEqual([409, []])
  })

  test.each(['fewer-permissions', 'more-permissions', 'other-mode'])(
    'stores nothing when what came is not what was asked for: %s',
    { tags: ['T31', 'T46'] },
    async scenario => {
      const scope = ['read_odometer', 'required:read_vehicle_info']
      const { backend, browser } = open({ scope }, scenario)
      expect((await browser('ada').connect()).status).toBe(403)
      expect(await backend.connections('ada')).toEqual([])
    },
  )

  test.each<[name: string, value: string]>([
    ['mode', 'simulated'],
    ['scope', 'read_vehicle_info read_odometer read_location'],
    ['scope', 'read_odometer'],
    ['external_id', 'mine'],
  ])('an edited address connects nothing: %s=%s', { tags: ['T31'] }, async (name, value) => {
    const { backend, browser } = open()
    const ada = browser('ada')
    const { address, state } = await ada.start()
    const edited = new URL(address)
    edited.searchParams.set(name, value)
    const response = await ada.exchange(state, await ada.walk(edited.href))
    expect(response.ok).toBe(false)
    expect(await backend.connections('ada')).toEqual([])
  })
})

async function ready(more: Parameters<typeof openBackend>[0] = {}) {
  const opened = openBackend(more)
  const ada = opened.browser('ada')
  const { address, state } = await ada.start()
  const result = await ada.walk(address)
  opened.sent.length = 0
  return { ...opened, ada, state, result, userId: result.get('user_id') ?? '' }
}

const wrongHeaders: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example' },
  { origin: `${pageOrigin}.evil.example` },
  { origin: 'http://localhost:517' },
  { origin: 'null' },
  { origin: '' },
  { 'content-type': 'text/plain' },
  { 'content-type': '' },
  { 'x-smartcar-connect': '' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'cross-site' },
]

test.each(wrongHeaders)(
  'refuses what no page of the app sends: %o',
  {
    tags: ['T04', 'T33'],
  },
  async headers => {
    const { ada, state, userId, sent, backend } = await ready()
    const key = { 'idempotency-key': state }
    for (const part of ['session', 'exchange', 'disconnect']) {
      const body = part === 'exchange' ? { userId } : { vehicleId: 'car' }
      const response = await ada.post(part, body, { ...key, ...headers })
      expect([403, 415]).toContain(response.status)
      expect(response.headers.get('access-control-allow-origin') ?? pageOrigin).toBe(pageOrigin)
    }
    expect(sent).toEqual([])
    expect(await backend.connections('ada')).toEqual([])
  },
)

test('reading the vehicles and listening need a page of the app and a login', {
  tags: ['T33', 'T48'],
}, async () => {
  const { backend } = openBackend()
  const good = { 'x-smartcar-connect': '1', 'sec-fetch-site': 'same-origin', 'x-test-user': 'ada' }
  async function read(part: string, change: Record<string, string>) {
    const headers = { ...good, ...change }
    const request = new Request(`${pageOrigin}/api/smartcar/${part}`, { headers })
    return (await backend.fetch(request)).status
  }
  for (const part of ['connections', 'events']) {
    expect(await read(part, {})).toBe(200)
    expect(await read(part, { origin: 'https://evil.example' })).toBe(403)
    expect(await read(part, { 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await read(part, { 'x-test-user': '' })).not.toBe(200)
  }
  expect(await read('connections', { 'x-smartcar-connect': '' })).toBe(403)
  expect(await read('events', { 'sec-fetch-site': 'same-site' })).toBe(403)
})

test('unknown, foreign and near-miss states get the same answer', {
  tags: ['T06', 'T37'],
}, async () => {
  const { browser, ada, state, userId } = await ready()
  const { state: bobs } = await browser('bob').start()
  const states = [bobs, state.toLowerCase(), `${state.slice(0, -1)}_`, 'A'.repeat(43)]
  const texts = new Set<string>()
  for (const key of states.filter(one => one !== state)) {
    const response = await ada.post('exchange', { userId }, { 'idempotency-key': key })
    expect(response.status).toBe(403)
    texts.add(await response.text())
  }
  expect(texts.size).toBe(1)
  for (const key of ['', 'undefined', state.slice(0, 20)]) {
    const response = await ada.post('exchange', { userId }, { 'idempotency-key': key })
    expect(response.status).toBe(400)
  }
})

test('a cookie that is missing, planted or doubled ends no session', {
  tags: ['T11'],
}, async () => {
  const { ada, state, userId, sent } = await ready()
  const [own = ''] = ada.cookie().split(';')
  const [name = ''] = own.split('=')
  for (const cookie of ['', `${name}=${'A'.repeat(43)}.1`, `${own}; ${own}`]) {
    const response = await ada.post('exchange', { userId }, { 'idempotency-key': state, cookie })
    expect(response.status).toBe(403)
  }
  expect(sent).toEqual([])
})

async function loginAs(
  user: string,
  {
    ada,
    state,
    userId,
  }: {
    ada: BackendBrowser
    state: string
    userId: string
  },
) {
  const headers = { 'idempotency-key': state, 'x-test-user': user }
  return (await ada.post('exchange', { userId }, headers)).status
}

test('another login, or none, does not end the session of the one before', {
  tags: ['T34', 'T48'],
}, async () => {
  const session = await ready()
  expect(await loginAs('eve', session)).toBe(403)
  expect(await loginAs('', session)).not.toBe(200)
  expect(session.sent).toEqual([])
  expect(await session.backend.connections('eve')).toEqual([])
  expect(await loginAs('ada', session)).toBe(200)
})

test.each<[body: string, status: number]>([
  ['{"userId":"a","userId":"b"}', 400],
  ['{"userId":"a\\u0000"}', 400],
  ['{"userId":"a\\r\\nb"}', 400],
  ['{"userId":"\\ud800"}', 400],
  ['{"userId":["a"]}', 400],
  ['{"userId":""}', 400],
  ['{"__proto__":{"userId":"a"}}', 400],
  [`{"userId":"${'a'.repeat(9000)}"}`, 413],
  // There is no code in this flow, and a vehicle proves no session for a person.
  ['{"code":"stolen"}', 400],
  ['{"vehicleId":"car"}', 403],
])(
  'odd grants are refused before anything is sent: %s',
  {
    tags: ['T09', 'T12', 'T13', 'T45'],
  },
  async (body, status) => {
    const { backend, ada, state, sent } = await ready()
    const request = new Request(`${pageOrigin}/api/smartcar/exchange`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-smartcar-connect': '1',
        'x-test-user': 'ada',
        'idempotency-key': state,
        origin: pageOrigin,
        cookie: ada.cookie(),
      },
      body,
    })
    expect([(await backend.fetch(request)).status, sent]).toEqual([status, []])
  },
)

test('made-up posts reach neither Smartcar nor the store, and sessions are bounded', {
  tags: ['T38', 'T49'],
}, async () => {
  const { browser, sent, ada, state, result } = await ready()
  const eve = browser('eve')
  for (let post = 0; post < 200; post += 1) {
    const headers = { 'idempotency-key': `${'A'.repeat(40)}${post + 100}` }
    expect((await eve.post('exchange', { userId: 'made-up' }, headers)).status).toBe(403)
  }
  expect(sent).toEqual([])
  // Of more than five open sessions the oldest ends; of more than twenty in a minute none begins.
  for (let more = 0; more < 5; more += 1) await ada.start()
  expect((await ada.exchange(state, result)).status).toBe(403)
  for (let more = 0; more < 14; more += 1) await ada.start()
  expect((await ada.post('session', {})).status).toBe(429)
})

test('a redirect of the provider is not followed', { tags: ['T35'] }, async () => {
  for (const path of ['/oauth2/token', '/v3/connections']) {
    const { ada, state, result, sent, answers, backend } = await ready()
    answers.set(path, async () => Response.redirect('https://evil.example/steal'))
    expect((await ada.exchange(state, result)).ok).toBe(false)
    expect(sent.filter(line => line.includes('steal'))).toEqual([])
    expect(await backend.connections('ada')).toEqual([])
  }
  const { backend } = openBackend({ simulator: undefined, apiUrl: 'http://api.example' })
  await expect(backend.check()).rejects.toThrow(/apiUrl/)
})

const json = { headers: { 'content-type': 'application/json' } }

test.each<[what: string, path: string, body: string, init?: ResponseInit]>([
  ['a page', '/oauth2/token', '<p>Hello</p>', { headers: { 'content-type': 'text/html' } }],
  ['half a token', '/oauth2/token', '{"access_token":"a', json],
  ['a token of another kind', '/oauth2/token', '{"access_token":5,"token_type":"Bearer"}', json],
  ['an endless token', '/oauth2/token', `{"access_token":"${'a'.repeat(100_000)}"}`, json],
  ['no list', '/v3/connections', '{"data":{}}', json],
  ['half a list', '/v3/connections', '{"data":[', json],
  ['connections of nobody', '/v3/connections', '{"data":[{"id":"c"}]}', json],
  ['an error within a success', '/v3/connections', '{"errors":[{"status":"500"}]}', json],
])(
  'an answer of Smartcar that is %s connects nothing, and loses nothing',
  {
    tags: ['T36'],
  },
  async (_what, path, body, init) => {
    const { ada, state, result, answers, backend } = await ready()
    answers.set(path, async () => new Response(body, init))
    const response = await ada.exchange(state, result)
    expect(response.status).toBe(503)
    expect(await backend.connections('ada')).toEqual([])
    answers.clear()
    expect((await ada.exchange(state, result)).status).toBe(200)
  },
)

test('a vehicle counts as signed in again on Smartcar’s word alone', {
  tags: ['T47'],
}, async () => {
  const { browser, store } = openBackend()
  const ada = browser('ada')
  const [{ id: vehicleId = '' } = {}] = await vehiclesOf(await ada.connect())
  const { smartcarUserId = '' } = (await store.readVehicle('ada', vehicleId)) ?? {}
  await store.markVehicle({ smartcarUserId, vehicleId }, 'needs_reauth', Date.now() + 1000)
  const { state } = await ada.start({ vehicleId })
  expect((await ada.exchange(state, new URLSearchParams({ vehicle_id: vehicleId }))).status).toBe(
    503,
  )
  expect(await store.readVehicle('ada', vehicleId)).toMatchObject({ state: 'needs_reauth' })
})

test('a delivery that is forged, changed, old or a copy tells the app nothing', {
  tags: ['T44', 'T52'],
}, async () => {
  const got: string[] = []
  const { deliver } = openBackend({ onVehicleState: ({ id }) => void got.push(id) })
  const meta = { deliveredAt: Date.now(), mode: 'LIVE' }
  const event = { eventId: 'one', eventType: 'VEHICLE_STATE', data: {}, meta }
  for (const signature of ['', 'a'.repeat(64), 'zz']) {
    expect((await deliver(event, signature)).status).toBe(401)
  }
  const old = { ...event, eventId: 'old', meta: { ...meta, deliveredAt: Date.now() - 90_000_000 } }
  expect((await deliver(old)).status).toBe(400)
  expect((await deliver({ ...event, meta: { ...meta, mode: 'TEST' } })).status).toBe(200)
  expect(got).toEqual([])
  const copies = await Promise.all(Array.from({ length: 5 }, () => deliver(event)))
  expect(copies.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
  expect((await deliver(event)).status).toBe(200)
  expect(got).toEqual(['one'])
})

test('no challenge signs an event', { tags: ['T52'] }, async () => {
  const { deliver } = openBackend()
  const forged = JSON.stringify({ eventType: 'VEHICLE_STATE', data: {} })
  const challenge = { eventType: 'VERIFY', data: { challenge: forged } }
  expect((await deliver(challenge, '')).status).toBe(400)
  const plain = { eventType: 'VERIFY', data: { challenge: 'abc-123' } }
  expect(await (await deliver(plain, '')).json()).toEqual({
    challenge: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})
