// Clients of version 3 that somebody else wrote, or would write by the documentation alone.

import smartcar from 'smartcar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testToken, testVehicleId } from '../src/api/test-vehicle.ts'
import { listen, type SimulatorServer } from '../src/cli/listen.ts'
import { createSimulator } from '../src/simulator.ts'
import { createVisitor } from '../test/visitor.ts'

const simulator = createSimulator()
let listening: SimulatorServer

beforeAll(async () => {
  listening = await listen(simulator, 0)
  process.env.SMARTCAR_API_V3_ORIGIN = listening.address
})

afterAll(() => listening.stop())

// What the end-to-end suite of the SDK demands of the live service.
test('the official SDK reads the public test vehicle without a user', async () => {
  const vehicle = new smartcar.Vehicle(testVehicleId, testToken)
  const read = await smartcar.getVehicle(testToken, testVehicleId)
  expect(read.body.id).toBe(testVehicleId)
  const { data } = (await vehicle.getSignals()).body
  expect(data[0]?.attributes.status.value).toBe('SUCCESS')
  const signal = await vehicle.getSignal('odometer-traveleddistance')
  expect(signal.body.attributes.status.value).toBe('SUCCESS')
})

type Documents = {
  data: {
    relationships: { vehicle: { data: { id: string } }; user: { data: { id: string } } }
  }[]
}
type SignalDocument = {
  data: { attributes: { body: { value: string } } }
  included: { vehicle: { attributes: { make: string; model: string; year: number } } }
}

// As home automation sets itself up: token, the one user, the VIN with make and model beside it.
test('a client that knows the documentation finds its car', async () => {
  const visitor = createVisitor(simulator)
  await visitor.connect({ response_type: 'none', scope: 'read_vehicle_info read_vin' })
  async function ask<T>(path: string, init: RequestInit): Promise<T> {
    return (await (await fetch(listening.address + path, init)).json()) as T
  }
  const { access_token } = await ask<{ access_token: string }>('/oauth2/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: 'client_demo',
      client_secret: 'demo-machine-secret',
    }),
  })
  const headers = { Authorization: `Bearer ${access_token}`, Accept: 'application/json' }
  const { data } = await ask<Documents>('/v3/connections', { headers })
  const users = new Set(data.map(({ relationships }) => relationships.user.data.id))
  expect(users.size).toBe(1)
  const [userId = ''] = users
  const vehicleId = data[0]?.relationships.vehicle.data.id
  const path = `/v3/vehicles/${vehicleId}/signals/vehicleidentification-vin`
  const vin = await ask<SignalDocument>(path, { headers: { ...headers, 'sc-user-id': userId } })
  expect(vin.data.attributes.body.value).toHaveLength(17)
  expect(vin.included.vehicle.attributes).toMatchObject({
    make: 'KIA',
    model: expect.any(String),
    year: expect.any(Number),
  })
})
