// Every endpoint of a vehicle, field by field. Recorded, or demanded by an official SDK's suite,
// unless it says otherwise.

import { expect } from 'vitest'
import { connectCar, hybrid } from '../../test/connected-car.ts'
import { test } from '../../test/fixtures.ts'
import { between, boolean, type Check, expectShape, oneOf, type Shape } from '../../test/shape.ts'

/** A number that JSON shows with a fraction: typed clients make a float of nothing else. */
const float: Check = (value, path) =>
  typeof value === 'number' && !Number.isInteger(value) ? [] : [`${path}: ${value} is no float`]

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
