// Whose car it is after it was connected: second cars, returns, and what changes elsewhere.

import { expect, test } from 'vitest'
import { openBackend, vehiclesOf } from '../../test/open-backend.ts'
import { storedVehicle } from '../../test/vehicle-contract.ts'

async function connected(more: Parameters<typeof openBackend>[0] = {}) {
  const opened = openBackend(more)
  const ada = opened.browser('ada')
  const vehicles = await vehiclesOf(await ada.connect())
  const [{ id: vehicleId = '' } = {}] = vehicles
  const { smartcarUserId = '' } = (await opened.store.readVehicle('ada', vehicleId)) ?? {}
  return { ...opened, ada, vehicles, vehicleId, smartcarUserId }
}

function stateEvent(userId: string, vehicleId: string, eventId = 'event') {
  const data = { user: { id: userId }, vehicle: { id: vehicleId, mode: 'live' }, signals: [] }
  return { eventId, eventType: 'VEHICLE_STATE', data, meta: { deliveredAt: Date.now() } }
}

test('a vehicle that appears under a person who is known is added before the app is told', {
  tags: ['T55'],
}, async () => {
  const seen: number[] = []
  const { backend, store, deliver, vehicles, vehicleId, smartcarUserId } = await connected({
    onVehicleState: async () => void seen.push((await backend.connections('ada')).length),
  })
  // As if Smartcar had added it by itself: it is listed, and nobody here knows it.
  await store.deleteVehicle({ smartcarUserId, vehicleId }, Number.MAX_SAFE_INTEGER)
  expect((await deliver(stateEvent(smartcarUserId, vehicleId))).status).toBe(200)
  expect(seen).toEqual([vehicles.length])
  expect(await store.readVehicle('ada', vehicleId)).toMatchObject({
    permissions: expect.arrayContaining(['read_odometer']),
    connectionId: expect.any(String),
  })
})

test('an event adds nothing that is not listed, does not fit, or is nobody’s here', {
  tags: ['T31', 'T55'],
}, async () => {
  const { deliver, backend, store, sent, vehicleId, smartcarUserId, vehicles } = await connected()
  sent.length = 0
  expect((await deliver(stateEvent('a-stranger', vehicleId, 'a'))).status).toBe(200)
  expect(sent).toEqual([])
  for (const id of ['b', 'c']) {
    expect((await deliver(stateEvent(smartcarUserId, 'made-up', id))).status).toBe(200)
  }
  // Asked for by the first event, as it may be listed late: the next one of the same vehicle asks nothing.
  expect(sent.filter(line => line.includes('made-up'))).toHaveLength(4)
  expect(await backend.connections('ada')).toHaveLength(vehicles.length)
  await store.deleteVehicle({ smartcarUserId, vehicleId }, Number.MAX_SAFE_INTEGER)
  const strict = openBackend({ store, scope: ['required:read_location'] })
  strict.answers.set('/v3/connections', request => {
    return backendAnswer(request, smartcarUserId, vehicleId)
  })
  expect((await strict.deliver(stateEvent(smartcarUserId, vehicleId, 'd'))).status).toBe(200)
  expect(await store.readVehicle('ada', vehicleId)).toBeUndefined()
})

async function backendAnswer(_request: Request, userId: string, id: string): Promise<Response> {
  const relationships = { user: { data: { id: userId } }, vehicle: { data: { id } } }
  const attributes = { permissions: ['read_odometer'], vehicle: { mode: 'live' } }
  return Response.json({ data: [{ id: 'connection', attributes, relationships }] })
}

test('a vehicle that appeared before it was listed was given up for ten minutes', {
  tags: ['T55'],
}, async () => {
  const waits: number[] = []
  let nowMs = Date.now()
  const clock = {
    now: () => nowMs,
    async sleep(ms: number) {
      waits.push(ms)
      if (waits.length === 3) answers.delete('/v3/connections')
    },
  }
  const { store, deliver, answers, vehicleId, smartcarUserId } = await connected({ clock })
  await store.deleteVehicle({ smartcarUserId, vehicleId }, Number.MAX_SAFE_INTEGER)
  answers.set('/v3/connections', async () => Response.json({ data: [] }))
  waits.length = 0
  await deliver(stateEvent(smartcarUserId, vehicleId, 'a'))
  expect(waits).toEqual([500, 1000, 2000])
  expect(await store.readVehicle('ada', vehicleId)).toMatchObject({ state: 'connected' })
  // Listed later than that: the next event adds it.
  await store.deleteVehicle({ smartcarUserId, vehicleId }, Number.MAX_SAFE_INTEGER)
  answers.set('/v3/connections', async () => Response.json({ data: [] }))
  await deliver(stateEvent(smartcarUserId, vehicleId, 'b'))
  expect(await store.readVehicle('ada', vehicleId)).toBeUndefined()
  answers.delete('/v3/connections')
  nowMs += 20_000
  await deliver(stateEvent(smartcarUserId, vehicleId, 'c'))
  expect(await store.readVehicle('ada', vehicleId)).toMatchObject({ state: 'connected' })
})

test('the error that adds a vehicle is also its state', { tags: ['T44'] }, async () => {
  const { store, deliver, vehicleId, smartcarUserId } = await connected()
  await store.deleteVehicle({ smartcarUserId, vehicleId }, Number.MAX_SAFE_INTEGER)
  const error = { type: 'CONNECTED_SERVICES_ACCOUNT', code: 'AUTHENTICATION_FAILED' }
  const data = { user: { id: smartcarUserId }, vehicle: { id: vehicleId }, errors: [error] }
  await deliver({ eventId: 'e', eventType: 'VEHICLE_ERROR', data, meta: {} })
  expect(await store.readVehicle('ada', vehicleId)).toMatchObject({ state: 'needs_reauth' })
})

test('an error was lost where Smartcar’s clock was ahead of the server’s and the event added the vehicle', async () => {
  const dayMs = 24 * 60 * 60_000
  const { store, deliver, vehicleId, smartcarUserId } = await connected({
    clock: { now: () => Date.now() - dayMs, sleep: async () => {} },
  })
  await store.deleteVehicle({ smartcarUserId, vehicleId }, Number.MAX_SAFE_INTEGER)
  const error = { type: 'CONNECTED_SERVICES_ACCOUNT', code: 'AUTHENTICATION_FAILED' }
  const data = { user: { id: smartcarUserId }, vehicle: { id: vehicleId }, errors: [error] }
  const meta = { deliveredAt: Date.now() }
  await deliver({ eventId: 'e', eventType: 'VEHICLE_ERROR', data, meta })
  expect(await store.readVehicle('ada', vehicleId)).toMatchObject({ state: 'needs_reauth' })
})

test('an event from a clock that is fast outdated every later one', async () => {
  const { store, deliver, vehicleId, smartcarUserId } = await connected()
  const error = { type: 'CONNECTED_SERVICES_ACCOUNT', code: 'AUTHENTICATION_FAILED' }
  for (const [eventId, state, aheadMs] of [
    ['a', 'ERROR', 3_600_000],
    ['b', 'RESOLVED', 1000],
  ] as const) {
    const user = { id: smartcarUserId }
    const data = { user, vehicle: { id: vehicleId }, errors: [{ ...error, state }] }
    const meta = { deliveredAt: Date.now() + aheadMs }
    await deliver({ eventId, eventType: 'VEHICLE_ERROR', data, meta })
    const expected = state === 'ERROR' ? 'needs_reauth' : 'connected'
    expect(await store.readVehicle('ada', vehicleId)).toMatchObject({ state: expected })
  }
})

test('an event is handled though Smartcar cannot be asked', async () => {
  const { deliver, answers, smartcarUserId, told } = await connected()
  answers.set('/v3/connections', async () => new Response('broken', { status: 500 }))
  expect((await deliver(stateEvent(smartcarUserId, 'new-car'))).status).toBe(200)
  expect(told).toContainEqual(
    expect.objectContaining({ type: 'webhook_not_followed', step: 'provider.readConnections' }),
  )
})

test('a session forgets what ended elsewhere, but nothing that is young or of the other mode', async () => {
  const { store, ada, smartcarUserId, sent } = await connected()
  const gone = { user: 'ada', smartcarUserId, mode: 'live', stateMs: Date.now() - 3_600_000 }
  await store.saveVehicle(storedVehicle({ ...gone, vehicleId: 'ended' }))
  await store.saveVehicle(storedVehicle({ ...gone, vehicleId: 'young', stateMs: Date.now() }))
  await store.saveVehicle(storedVehicle({ ...gone, vehicleId: 'simulated', mode: 'simulated' }))
  sent.length = 0
  expect((await ada.connect()).status).toBe(200)
  const ids = (await store.vehiclesOf('ada')).map(({ vehicleId }) => vehicleId)
  expect(ids).not.toContain('ended')
  expect(ids).toEqual(expect.arrayContaining(['young', 'simulated']))
  // The list of the person decides; without anything missing it is not read.
  expect(sent.filter(line => line.includes('filter%5BuserId%5D'))).toHaveLength(1)
})

test('a person who returns finds the same vehicles, and when they were connected first', async () => {
  const { backend, ada } = await connected()
  const before = await backend.connections('ada')
  expect(await vehiclesOf(await ada.connect())).toHaveLength(before.length)
  expect(await backend.connections('ada')).toEqual(before)
})

test('a car from before with other permissions does not keep a new one out', async () => {
  const { store, smartcarUserId, vehicles } = await connected()
  const late = Date.now() + 3_600_000
  // The app asks for less than it did. Only what is connected now is judged by that.
  const now = openBackend({ store, scope: ['required:read_vehicle_info'] })
  const list = [
    { id: 'old', permissions: ['read_vehicle_info', 'read_odometer'], at: 1000 },
    { id: 'new', permissions: ['read_vehicle_info'], at: late },
  ].map(({ id, permissions, at }) => ({
    id: `connection of ${id}`,
    attributes: { permissions, vehicle: { mode: 'live' } },
    relationships: { user: { data: { id: smartcarUserId } }, vehicle: { data: { id } } },
    meta: { updatedAt: new Date(at).toISOString() },
  }))
  now.answers.set('/v3/connections', async () => Response.json({ data: list }))
  const ada = now.browser('ada')
  const { state } = await ada.start()
  const result = new URLSearchParams({ user_id: smartcarUserId })
  const all = await vehiclesOf(await ada.exchange(state, result))
  expect(all.map(({ id }) => id)).toContain('new')
  expect(all.map(({ id }) => id)).not.toContain('old')
  expect(all).toHaveLength(vehicles.length + 1)
})

test('signing in again as another person of Smartcar’s changes nothing', {
  tags: ['T47'],
}, async () => {
  const { ada, vehicleId, store, answers } = await connected()
  const before = await store.readVehicle('ada', vehicleId)
  answers.set('/v3/connections', request => backendAnswer(request, 'somebody-else', vehicleId))
  const { state } = await ada.start({ vehicleId })
  const response = await ada.exchange(state, new URLSearchParams({ vehicle_id: vehicleId }))
  expect([response.status, await response.json()]).toMatchObject([
    403,
    { code: 'identity_mismatch' },
  ])
  expect(await store.readVehicle('ada', vehicleId)).toEqual(before)
})

test('a vehicle that is not found yet, but listed, is not forgotten', async () => {
  const { backend, vehicleId, answers } = await connected()
  const missing = { status: '404', type: 'RESOURCE_NOT_FOUND', code: 'VEHICLE_NOT_FOUND' }
  answers.set(`/v3/vehicles/${vehicleId}/signals`, async () =>
    Response.json({ errors: [missing] }, { status: 404 }),
  )
  const car = await backend.vehicle({ user: 'ada', vehicleId })
  await expect(car.signals()).rejects.toMatchObject({ code: 'VEHICLE_NOT_FOUND' })
  await backend.vehicle({ user: 'ada', vehicleId })
})

test.each(['simulated', undefined])('an event adds no vehicle that is listed as %s', async mode => {
  const { store, deliver, vehicleId, smartcarUserId, answers } = await connected()
  await store.deleteVehicle({ smartcarUserId, vehicleId }, Number.MAX_SAFE_INTEGER)
  const vehicle = { make: 'TESLA', ...(mode && { mode }) }
  const listed = {
    id: 'connection',
    attributes: { permissions: ['read_vehicle_info', 'read_odometer'], vehicle },
    relationships: {
      user: { data: { id: smartcarUserId } },
      vehicle: { data: { id: vehicleId } },
    },
  }
  answers.set('/v3/connections', async () => Response.json({ data: [listed], links: {} }))
  expect((await deliver(stateEvent(smartcarUserId, vehicleId))).status).toBe(200)
  expect(await store.readVehicle('ada', vehicleId)).toBeUndefined()
})

test('a command without its permission leaves the car within reach', async () => {
  const { backend, vehicleId } = await connected({
    scope: ['required:read_vehicle_info', 'read_odometer'],
  })
  const car = await backend.vehicle({ user: 'ada', vehicleId })
  // Smartcar advises to sign in again here too, but the connection works.
  await expect(car.command('security/lock')).rejects.toMatchObject({
    type: 'PERMISSION',
    resolution: { type: 'REAUTHENTICATE' },
  })
  const again = await backend.vehicle({ user: 'ada', vehicleId })
  expect(await again.signal('odometer-traveleddistance')).toMatchObject({ ok: true })
})

test('two users who proved the same person both have the car, and both lose it', async () => {
  const { backend, browser, vehicleId } = await connected()
  const bob = browser('bob')
  const { address, state } = await bob.start()
  expect((await bob.exchange(state, await bob.walk(address, 'ada@example.com'))).status).toBe(200)
  await backend.disconnect({ user: 'bob', vehicleId })
  await expect(backend.vehicle({ user: 'ada', vehicleId })).rejects.toMatchObject({
    code: 'not_connected',
  })
})

test('what onConnected does not return, the page does not see', async () => {
  const { browser } = openBackend({ onConnected: () => {} })
  expect((await browser('ada').connect()).status).toBe(204)
})

test('one sign-in mends every vehicle of the account, and none of another one', {
  tags: ['F54'],
}, async () => {
  const { ada, backend, store, vehicles, vehicleId, smartcarUserId } = await connected()
  await vehiclesOf(await ada.connect({ brand: 'Kia' }))
  const all = await store.vehiclesOf('ada')
  expect(all.length).toBeGreaterThan(vehicles.length)
  const agreedMs = Date.now()
  for (const { vehicleId } of all) {
    await store.markVehicle({ smartcarUserId, vehicleId }, 'needs_reauth', agreedMs)
  }
  await vehiclesOf(await ada.connect({ body: { vehicleId } }))
  const states = await backend.connections('ada')
  expect(states.filter(({ make }) => make === 'TESLA').length).toBeGreaterThan(1)
  for (const { make, state } of states) {
    expect(state, make).toBe(make === 'TESLA' ? 'connected' : 'needs_reauth')
  }
})

test('a problem that is told after a person agreed is not mended by that', {
  tags: ['F54'],
}, async () => {
  let nowMs = Date.now()
  const opened = await connected({ clock: { now: () => nowMs, sleep: async () => {} } })
  const { ada, backend, store, simulator, answers, vehicles, vehicleId, smartcarUserId } = opened
  const other = vehicles.at(-1)?.id ?? ''
  expect(other).not.toBe(vehicleId)
  for (const vehicle of vehicles) {
    await store.markVehicle({ smartcarUserId, vehicleId: vehicle.id }, 'needs_reauth', nowMs)
  }
  // While Smartcar is asked whether they did.
  answers.set('/v3/connections', async request => {
    nowMs += 1000
    await store.markVehicle({ smartcarUserId, vehicleId: other }, 'needs_reauth', nowMs)
    nowMs += 1000
    return simulator.fetch(request)
  })
  await vehiclesOf(await ada.connect({ body: { vehicleId } }))
  const states = await backend.connections('ada')
  expect(states.map(({ id, state }) => [id, state])).toEqual(
    vehicles.map(({ id }) => [id, id === other ? 'needs_reauth' : 'connected']),
  )
})
