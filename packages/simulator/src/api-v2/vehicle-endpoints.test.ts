// Every endpoint of a vehicle, field by field; recorded or demanded by an SDK's suite unless it says otherwise.

import { expect } from 'vitest'
import { connectCar, hybrid } from '../../test/connected-car.ts'
import { validationShape } from '../../test/error-shapes.ts'
import { test } from '../../test/fixtures.ts'
import {
  between,
  boolean,
  type Check,
  expectShape,
  isoTime,
  listOf,
  matching,
  nullable,
  number,
  oneOf,
  type Shape,
  text,
} from '../../test/shape.ts'

/** A number that JSON shows with a fraction: typed clients make a float of nothing else. */
const float: Check = (value, path) =>
  typeof value === 'number' && !Number.isInteger(value) ? [] : [`${path}: ${value} is no float`]

const openOrClosed = oneOf('OPEN', 'CLOSED')

/** Exactly these parts in this order. */
function parts(...types: readonly string[]): Check {
  return (value, path) => {
    const found = (value as { type: string }[]).map(({ type }) => type)
    if (found.join() !== types.join()) return [`${path}: has ${found}, not ${types}`]
    return listOf({ type: text, status: openOrClosed })(value, path)
  }
}

const shapes: Readonly<Record<string, Shape>> = {
  '/vin': { vin: '0SCKAXX0000000001' },
  '/odometer': { distance: float },
  '/battery': { percentRemaining: between(0, 1), range: float },
  '/battery/capacity': { capacity: float },
  // Docs: null where the provider does not know the capacity, which never happens here.
  '/battery/nominal_capacity': {
    availableCapacities: (value, path) =>
      Array.isArray(value) && value.length > 0
        ? []
        : [`${path}: ${JSON.stringify(value)} is no list with an entry`],
    capacity: { nominal: float, source: 'SMARTCAR' },
    url: null,
  },
  '/charge': {
    isPluggedIn: boolean,
    state: oneOf('CHARGING', 'FULLY_CHARGED', 'NOT_CHARGING'),
  },
  '/charge/limit': { limit: between(0.5, 1) },
  '/location': { latitude: float, longitude: float },
  '/fuel': { percentRemaining: between(0, 1), range: float, amountRemaining: float },
  '/engine/oil': { lifeRemaining: between(0, 1) },
  '/security': {
    isLocked: boolean,
    doors: parts('frontLeft', 'frontRight', 'backLeft', 'backRight'),
    windows: parts('frontLeft', 'frontRight', 'backLeft', 'backRight'),
    sunroof: listOf({ type: 'sunroof', status: openOrClosed }),
    storage: listOf({ type: oneOf('front', 'rear'), status: openOrClosed }),
    chargingPort: parts('chargingPort'),
  },
  '/diagnostics/system_status': {
    systems: listOf({
      systemId: matching(/^SYSTEM_[A-Z_]+$/),
      status: oneOf('OK', 'ALERT'),
      description: nullable(text),
    }),
  },
  '/diagnostics/dtcs': {
    activeCodes: listOf({ code: matching(/^[PBCU][\dA-F]{4}$/), timestamp: nullable(isoTime) }),
  },
  // Docs; the official SDKs have one object of details.
  '/service/history?start_date=2000-01-01': listOf({
    serviceId: null,
    serviceDate: isoTime,
    odometerDistance: float,
    serviceTasks: listOf({ taskId: text, taskDescription: text }),
    serviceDetails: listOf({ type: text, value: null }),
    serviceCost: { totalCost: number, currency: 'USD' },
  }),
  '/tires/pressure': { frontLeft: float, frontRight: float, backLeft: float, backRight: float },
}

test.for(Object.entries(shapes))(
  '%s of a plug-in hybrid',
  async ([endpoint, shape], { visitor }) => {
    const { accessToken, path } = await connectCar(visitor, {}, hybrid)
    for (const unit of ['metric', 'imperial']) {
      const headers = { 'SC-Unit-System': unit }
      const answer = await visitor.read(path + endpoint, accessToken, { headers })
      expect(answer.status).toBe(200)
      expectShape(answer.body, shape)
    }
  },
)

test('the vehicle itself, with its make in capitals', async ({ visitor }) => {
  const { accessToken, path, id } = await connectCar(visitor, {}, hybrid)
  const shape = { id, make: 'KIA', model: expect.any(String), year: expect.any(Number) }
  expect((await visitor.read(path, accessToken)).body).toEqual(shape)
  expect((await visitor.read(`${path}/`, accessToken)).body).toEqual(shape)
})

test('the capacities to choose from hold the one that it has', async ({ visitor }) => {
  const { accessToken, path } = await connectCar(visitor, {}, hybrid)
  const { body } = await visitor.read(`${path}/battery/nominal_capacity`, accessToken)
  const { availableCapacities, capacity } = body as {
    availableCapacities: unknown[]
    capacity: { nominal: number }
  }
  expect(availableCapacities).toEqual([{ capacity: capacity.nominal, description: null }])
})

test('lock status follows the commands', async ({ visitor }) => {
  const { accessToken, path } = await connectCar(visitor, {}, hybrid)
  const init = { method: 'POST', body: '{"action":"UNLOCK"}' }
  await visitor.read(`${path}/security`, accessToken, init)
  const unlocked = await visitor.read(`${path}/security`, accessToken)
  expect(unlocked.body).toMatchObject({ isLocked: false })
})

test('the systems of a vehicle are named as in docs', async ({ visitor }) => {
  const { accessToken, path } = await connectCar(visitor, {}, hybrid)
  const { body } = await visitor.read(`${path}/diagnostics/system_status`, accessToken)
  const ids = (body as { systems: { systemId: string }[] }).systems.map(({ systemId }) => systemId)
  expect(ids).toEqual(expect.arrayContaining(['SYSTEM_TPMS', 'SYSTEM_AIRBAG', 'SYSTEM_MIL']))
  expect(ids).toContain('SYSTEM_EV_BATTERY_CONDITIONING')
  expect(new Set(ids).size).toBe(ids.length)
})

test('service history is of a period, in the units that were asked for', async ({ visitor }) => {
  const { accessToken, path } = await connectCar(visitor, {}, hybrid)
  async function history(query: string, unit = 'metric') {
    const headers = { 'SC-Unit-System': unit }
    const answer = await visitor.read(`${path}/service/history${query}`, accessToken, { headers })
    return answer.body as { serviceDate: string; odometerDistance: number }[]
  }
  const all = await history('?start_date=2000-01-01')
  expect(all.length).toBeGreaterThan(1)
  const [first] = all
  const day = first?.serviceDate.slice(0, 10) ?? ''
  expect(await history(`?start_date=${day}&end_date=${day}`)).toEqual([first])
  expect(await history(`?start_date=${first?.serviceDate}&end_date=${day}`)).toEqual([first])
  expect(await history('?start_date=2000-01-01&end_date=2000-12-31')).toEqual([])
  // Docs of the SDKs: the last year, unless a period is given.
  const yearAgo = new Date(Date.now() - 365 * 86_400_000).toISOString()
  expect(await history('')).toEqual(all.filter(({ serviceDate }) => serviceDate >= yearAgo))
  const [imperial] = await history('?start_date=2000-01-01', 'imperial')
  const km = first?.odometerDistance ?? 0
  expect(imperial?.odometerDistance).toBeCloseTo(km / 1.609344, 1)
})

test.for(['start_date=yesterday', 'end_date=2024-13-01', 'start_date='])(
  'service history refuses %s',
  async (query, { visitor }) => {
    const { accessToken, path } = await connectCar(visitor, {}, hybrid)
    const answer = await visitor.read(`${path}/service/history?${query}`, accessToken)
    expect(answer.status).toBe(400)
    expectShape(answer.body, validationShape(query.split('=')[0] ?? ''))
  },
)
