// The official Node SDK takes part in webhooks: it answers challenges, checks deliveries, subscribes.

import smartcar from 'smartcar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, type SimulatorServer } from '../src/cli/listen.ts'
import { createSimulator } from '../src/simulator.ts'
import { demoApplication } from '../src/world/applications.ts'
import { connectCar } from '../test/connected-car.ts'
import { type Receiver, startReceiver } from '../test/receiver.ts'
import { createVisitor } from '../test/visitor.ts'

const token = 'demo-management-token'
const webhookId = '7d1c6f0e-52a1-4f7e-9c0b-3a1f5f2b8e11'

let receiver: Receiver
let listening: SimulatorServer

beforeAll(async () => {
  receiver = await startReceiver()
  receiver.answer(({ body }, response) => {
    const challenge = smartcar.hashChallenge(token, body.data.challenge ?? '')
    response.end(JSON.stringify({ challenge }))
  })
})

afterAll(async () => {
  await listening?.stop()
  await receiver.stop()
})

test('hashChallenge proves the token, verifyPayload accepts every delivery', async () => {
  const webhook = { id: webhookId, name: 'Hook', callbackUri: `${receiver.address}/hook` }
  const applications = [{ ...demoApplication, webhooks: [webhook] }]
  const simulator = createSimulator({ applications })
  listening = await listen(simulator, 0)
  process.env.SMARTCAR_API_ORIGIN = listening.address

  const scope = 'read_vehicle_info read_battery read_charge control_charge'
  const { id, accessToken } = await connectCar(createVisitor(simulator), { scope })
  const vehicle = new smartcar.Vehicle(id, accessToken)

  expect(await vehicle.subscribe(webhookId)).toMatchObject({ webhookId, vehicleId: vehicle.id })
  await simulator.settled()
  await simulator.fetch(
    new Request('http://localhost:4010/__simulator/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"advanceMs":6000000}',
    }),
  )
  const states = receiver.events('VEHICLE_STATE')
  expect(states.length).toBeGreaterThan(1)
  for (const { headers, body: document } of states) {
    const signature = String(headers['sc-signature'])
    expect(smartcar.verifyPayload(token, signature, document)).toBe(true)
    expect(smartcar.verifyPayload('another', signature, document)).toBe(false)
  }
  expect(await vehicle.unsubscribe(token, webhookId)).toMatchObject({ status: 'success' })
  await expect(vehicle.subscribe('webhookID')).rejects.toMatchObject({
    statusCode: 400,
    type: 'VALIDATION',
  })
  await expect(vehicle.unsubscribe('amt', 'webhookID')).rejects.toMatchObject({
    statusCode: 401,
    type: 'AUTHENTICATION',
  })
})
