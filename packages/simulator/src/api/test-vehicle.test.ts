// The provider's public test vehicle.

import { expect } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { testConnection, testToken, testVehicleId } from './test-vehicle.ts'

const path = `/v2.0/vehicles/${testVehicleId}`

test('answers anybody who has the public token', async ({ visitor }) => {
  // The Java SDK's suite demands this make, model and year.
  expect((await visitor.read(path, testToken)).body).toEqual({
    id: 'tst2e255-d3c8-4f90-9fec-e6e68b98e9cb',
    make: 'TESLA',
    model: 'Model Y',
    year: 2021,
  })
  expect((await visitor.read(`${path}/odometer`, testToken)).status).toBe(200)
  expect((await visitor.read('/v2.0/vehicles', testToken)).body).toMatchObject({
    vehicles: [testVehicleId],
  })
})

test('obeys nobody, and opens nothing else', async ({ visitor }) => {
  const init = { method: 'POST', body: '{"action":"UNLOCK"}' }
  expect((await visitor.read(`${path}/security`, testToken, init)).status).toBe(403)
  await visitor.connect()
  const accessToken = await visitor.redeem()
  expect((await visitor.read(path, accessToken)).status).toBe(403)
  const { vehicles } = (await visitor.read('/v2.0/vehicles', accessToken)).body as {
    vehicles: string[]
  }
  expect((await visitor.read(`/v2.0/vehicles/${vehicles[0]}`, testToken)).status).toBe(403)
})

test('answers version 3 too, in the form that the SDKs’ suites read', async ({ visitor }) => {
  const v3 = `/v3/vehicles/${testVehicleId}`
  expect((await visitor.read(v3, testToken)).body).toMatchObject({ id: testVehicleId })
  const signal = await visitor.read(`${v3}/signals/odometer-traveleddistance`, testToken)
  expect(signal.body).toMatchObject({ attributes: { status: { value: 'SUCCESS' } } })
})

test('is granted to read everything', () => {
  expect(testConnection.permissions).toContain('read_odometer')
  expect(testConnection.permissions.every(name => name.startsWith('read_'))).toBe(true)
})
