// Charge schedules of version 3.

import { expect, test } from 'vitest'
import { expectShape } from '../../test/shape.ts'
import { type Answer, startVersion3 } from '../../test/version-3.ts'
import * as shapes from '../../test/version-3-shapes.ts'

const location = { latitude: 41.5, longitude: -36 }
const times = { startTime: '22:00', stopTime: '06:00' }

async function startWith(
  make: string,
): Promise<(method: string, end: string, attributes?: unknown) => Promise<Answer>> {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect('me@example.com', { make })
  return (method, end, attributes) =>
    call(`/vehicles/${vehicleId}/charge-schedules/${end}`, { method, userId, attributes })
}

test.each([
  ['daily', 'DAILY', { location, ...times }],
  ['weekly', 'WEEKLY', { location, days: { monday: times, Sunday: times } }],
  ['workweek', 'WORKWEEK', { location, weekdays: times, weekends: times }],
])('a %s schedule of a Tesla is made and removed', async (path, scheduleType, parameters) => {
  const schedule = await startWith('TESLA')
  const made = await schedule('POST', path, parameters)
  expect(made.status).toBe(200)
  expectShape(made.body, shapes.scheduleExecution)
  const { attributes } = made.body.data
  expect(attributes).toMatchObject({ action: 'create', scheduleType, parameters })
  const removed = await schedule('DELETE', attributes.scheduleId)
  expect(removed.status).toBe(200)
  expectShape(removed.body, shapes.scheduleExecution)
  const gone = await schedule('DELETE', attributes.scheduleId)
  expect(gone.status).toBe(404)
  expectShape(gone.body, shapes.errors)
})

test('what does not belong to a schedule is neither kept nor told', async () => {
  const schedule = await startWith('TESLA')
  const parameters = { location, ...times }
  const { body } = await schedule('POST', 'daily', { ...parameters, targetSoc: 'x'.repeat(10_000) })
  expect(body.data.attributes.parameters).toEqual(parameters)
})

test.each([
  ['VOLVO', 'daily', 200],
  ['VOLVO', 'weekly', 501],
  ['KIA', 'daily', 501],
])('a %s answers a %s schedule with %s', async (make, path, status) => {
  const schedule = await startWith(make)
  const { status: answered, body } = await schedule('POST', path, {
    location,
    ...times,
    days: { friday: times },
  })
  expect(answered).toBe(status)
  if (status === 501) {
    expectShape(body, shapes.errors)
    expect(body.errors[0]).toMatchObject({ type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' })
  }
})

test.each([
  ['daily', times],
  ['daily', { location, startTime: '22:00' }],
  ['daily', { location, startTime: '24:00', stopTime: '06:00' }],
  ['daily', { location, startTime: 22, stopTime: 6 }],
  ['weekly', { location, days: {} }],
  ['weekly', { location, days: { someday: times } }],
  ['weekly', { location, days: { monday: times, MONDAY: times } }],
  ['weekly', { location, days: { monday: { startTime: '22:00' } } }],
  ['workweek', { location, weekdays: times }],
])('a %s schedule of %j is refused', async (path, attributes) => {
  const schedule = await startWith('TESLA')
  const { status, body } = await schedule('POST', path, attributes)
  expect(status).toBe(400)
  expectShape(body, shapes.errors)
})
