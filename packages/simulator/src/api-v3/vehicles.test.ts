// A vehicle of version 3 and its signals.

import { expect, test } from 'vitest'
import { epochMs, expectShape, mismatches, uuid } from '../../test/shape.ts'
import { everything, startVersion3, v3 } from '../../test/version-3.ts'
import * as shapes from '../../test/version-3-shapes.ts'
import { connectUrl } from '../../test/visitor.ts'

type Element = {
  readonly id: string
  readonly attributes: { readonly status: { value: string }; readonly body?: { value: number } }
  readonly meta: { ingestedAt: string; retrievedAt?: string; oemUpdatedAt?: string }
}

test('a vehicle is read without naming its user', async () => {
  const { call, connect } = startVersion3()
  const { vehicleId } = await connect()
  const { status, headers, body } = await call(`/vehicles/${vehicleId}`)
  expect(status).toBe(200)
  expectShape(body, { data: shapes.vehicle })
  expectShape(headers.get('SC-Request-Id'), uuid)
  expect(body.data.links.self).toBe(`${v3}/vehicles/${vehicleId}`)
})

test('signals are listed by code, with the vehicle beside them', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect()
  const { status, body } = await call(`/vehicles/${vehicleId}/signals`, { userId })
  expect(status).toBe(200)
  expectShape(body, shapes.signalList)
  expect(body.links.self).toBe(`${v3}/vehicles/${vehicleId}/signals`)
  const codes = body.data.map(({ id }: Element) => id)
  expect(codes).toEqual(codes.toSorted())
  expect(body.meta).toEqual({ totalCount: codes.length, pageSize: codes.length, pageNumber: 1 })
  expect(body.included.vehicle).toEqual((await call(`/vehicles/${vehicleId}`)).body.data)
})

test('one signal comes with the vehicle, and without links and meta around it', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect()
  const path = `/vehicles/${vehicleId}/signals/tractionbattery-stateofcharge`
  const { status, body } = await call(path, { userId })
  expect(status).toBe(200)
  expectShape(body, { data: shapes.signals.success, included: { vehicle: shapes.vehicle } })
  expect(body.data.attributes).toMatchObject({ name: 'StateOfCharge', group: 'TractionBattery' })
  expect(body.data.attributes.body).toMatchObject({ value: expect.any(Number), unit: 'percent' })
  expect(body.data.links.self).toBe(v3 + path)
})

test('what never changes has only the time at which it was stored', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect()
  const { body } = await call(`/vehicles/${vehicleId}/signals/vehicleidentification-vin`, {
    userId,
  })
  expectShape(body.data, shapes.signals.static)
})

test('times follow each other: at the car, fetched, stored', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect()
  const { data } = (await call(`/vehicles/${vehicleId}/signals`, { userId })).body
  for (const { meta } of data as readonly Element[]) {
    const { oemUpdatedAt = '', retrievedAt = meta.ingestedAt, ingestedAt } = meta
    expect([oemUpdatedAt <= retrievedAt, retrievedAt <= ingestedAt]).toEqual([true, true])
  }
})

test('what a car that was just connected told is less than a minute old', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect()
  const { data } = (await call(`/vehicles/${vehicleId}/signals`, { userId })).body
  const told = (data as readonly Element[]).flatMap(({ meta }) => meta.oemUpdatedAt ?? [])
  const nowMs = Date.UTC(2026, 5, 1, 10)
  expect(told.filter(at => nowMs - Date.parse(at) >= 60_000)).toEqual([])
  expect(told).not.toEqual([])
})

test('a signal that was not granted is listed as such', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect('me@example.com', { scope: 'read_odometer' })
  const list = (await call(`/vehicles/${vehicleId}/signals`, { userId })).body
  expectShape(list, shapes.signalList)
  const { body } = await call(`/vehicles/${vehicleId}/signals/tractionbattery-range`, { userId })
  expectShape(body.data, shapes.signals.notGranted)
})

test('a signal that the vehicle cannot give is listed as such', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect('0SCKAXX0000000001@bev.smartcar.com')
  const path = `/vehicles/${vehicleId}/signals/internalcombustionengine-fuellevel`
  expectShape((await call(path, { userId })).body.data, shapes.signals.notCapable)
})

test('a signal that does not exist is not found', async () => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect()
  const { status, body } = await call(`/vehicles/${vehicleId}/signals/wheel-squareness`, { userId })
  expect(status).toBe(404)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({
    status: '404',
    type: 'RESOURCE_NOT_FOUND',
    code: 'SIGNAL_NOT_FOUND',
  })
})

test('signals need the right user', async () => {
  const { call, connect } = startVersion3()
  const mine = await connect()
  const yours = await connect('you@example.com')
  const path = `/vehicles/${mine.vehicleId}/signals`
  const without = await call(path)
  expect(without.status).toBe(400)
  expectShape(without.body, shapes.errors)
  expect(without.body.errors[0]).toMatchObject({
    status: '400',
    type: 'VALIDATION',
    code: 'MISSING_PARAMETER',
    detail: expect.stringContaining('userId'),
  })
  const wrong = await call(path, { userId: yours.userId })
  expect(wrong.status).toBe(404)
  expect(wrong.body.errors[0]).toMatchObject({ code: 'VEHICLE_NOT_FOUND' })
})

test('values are as old as the last fetch: one at connecting, then one a day', async () => {
  const { visitor, call, connect } = startVersion3()
  const { userId, vehicleId } = await connect()
  async function odometer(): Promise<{ value?: number | undefined; at?: string | undefined }> {
    const path = `/vehicles/${vehicleId}/signals/odometer-traveleddistance`
    const { attributes, meta } = (await call(path, { userId })).body.data as Element
    return { value: attributes.body?.value, at: meta.retrievedAt }
  }
  const first = await odometer()
  expect(first.at).toBe('2026-06-01T10:00:00.000Z')
  await visitor.moveClock(23 * 3_600_000)
  expect(await odometer()).toEqual(first)
  await visitor.moveClock(2 * 3_600_000)
  const second = await odometer()
  expect(second.at).toBe('2026-06-02T10:00:00.000Z')
  expect(second.value).toBeGreaterThan(first.value ?? 0)
})

test('scenario signals-late: not found for five seconds, empty for fifteen, then there', async () => {
  const { visitor, call, connect } = startVersion3({ scenario: 'signals-late' })
  const { userId, vehicleId } = await connect()
  const paths = ['', '/signals', '/signals/odometer-traveleddistance']
  async function look(): Promise<unknown> {
    const answers = await Promise.all(
      paths.map(path => call(`/vehicles/${vehicleId}${path}`, { userId })),
    )
    return answers.map(({ status, body }) => body.errors?.[0].code ?? status)
  }
  expect(await look()).toEqual(['VEHICLE_NOT_FOUND', 'VEHICLE_NOT_FOUND', 'VEHICLE_NOT_FOUND'])
  await visitor.moveClock(5000)
  expect(await look()).toEqual([200, 200, 'SIGNAL_NOT_FOUND'])
  const { body } = await call(`/vehicles/${vehicleId}/signals`, { userId })
  expectShape(body, shapes.signalList)
  expect(body).toMatchObject({ data: [], meta: { totalCount: 0 } })
  await visitor.moveClock(10_000)
  expect(await look()).toEqual([200, 200, 200])
})

test('scenario signal-errors has one signal of each recorded error', async () => {
  const { call, connect } = startVersion3({ scenario: 'signal-errors' })
  const { userId, vehicleId } = await connect()
  const { status, body } = await call(`/vehicles/${vehicleId}/signals`, { userId })
  expect(status).toBe(200)
  expectShape(body, shapes.signalList)
  for (const kind of ['success', 'notCharging', 'notCapable', 'notGranted'] as const) {
    const ofKind = body.data.filter(
      (element: Element) => mismatches(element, shapes.signals[kind]).length === 0,
    )
    expect([kind, ofKind.length > 0]).toEqual([kind, true])
  }
})

test.each([
  ['vehicle-asleep', 200],
  ['vehicle-upstream-down', 200],
  ['needs-reauthentication', 200],
  ['vehicle-rate-limited', 429],
  ['application-rate-limited', 429],
  ['plan-exhausted', 430],
  ['vehicle-server-error', 500],
])('the store answers in scenario %s with %s', async (scenario, status) => {
  const { visitor, call, connect } = startVersion3()
  const { userId, vehicleId } = await connect('me@example.com', { flags: `scenario:${scenario}` })
  const answer = await call(`/vehicles/${vehicleId}/signals`, { userId })
  expect(answer.status).toBe(status)
  if (status !== 200) return expectShape(answer.body, shapes.errors)
  await visitor.moveClock(48 * 3_600_000)
  const later = await call(`/vehicles/${vehicleId}/signals`, { userId })
  expect(later.body).toEqual(answer.body)
})

test('a person’s own token reads its vehicles in the older form, as the official SDKs expect', async () => {
  const { visitor } = startVersion3()
  async function token(single: string): Promise<string> {
    const options = { make: 'KIA', approval_prompt: 'force', single_select: single }
    await visitor.goTo(connectUrl({ ...options, scope: everything }))
    await visitor.press('Sign in', { email: 'me@example.com', password: 'x' })
    await visitor.press('Allow')
    return visitor.redeem()
  }
  const both = await token('false')
  const one = await token('true')
  const { vehicles } = (await visitor.read('/v2.0/vehicles', both)).body as { vehicles: string[] }
  async function read(at: 0 | 1, accessToken: string, end = ''): Promise<[number, unknown]> {
    const { status, body } = await visitor.read(`/v3/vehicles/${vehicles[at]}${end}`, accessToken)
    return [status, body]
  }
  expect(await read(0, one)).toMatchObject([200, { id: vehicles[0], type: 'vehicle' }])
  expect(await read(0, one, '/signals')).toMatchObject([200, { meta: { pageNumber: 1 } }])
  const [, element] = await read(0, one, '/signals/odometer-traveleddistance')
  expectShape((element as Element).meta, {
    ingestedAt: epochMs,
    retrievedAt: epochMs,
    oemUpdatedAt: epochMs,
  })
  expect((await read(1, both, '/signals'))[0]).toBe(200)
  expect((await read(1, one, '/signals'))[0]).toBe(404)
})
