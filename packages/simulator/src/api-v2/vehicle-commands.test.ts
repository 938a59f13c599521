// Commands: what they demand, what they answer, and what they do to the car.

import { expect } from 'vitest'
import { connectCar } from '../../test/connected-car.ts'
import { errorShape, validationShape } from '../../test/error-shapes.ts'
import { test } from '../../test/fixtures.ts'
import { expectShape } from '../../test/shape.ts'
import { createVisitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'

// Suite: this sentence.
const success = { status: 'success', message: 'Successfully sent request to vehicle' }

test.for([
  ['/charge', '{"action":"START"}'],
  ['/charge', '{"action":"STOP"}'],
  ['/charge/limit', '{"limit":0.5}'],
  ['/charge/limit', '{"limit":1}'],
  // Suite: the Node SDK sends text.
  ['/charge/limit', '{"limit":"0.9"}'],
  ['/security', '{"action":"LOCK"}'],
  ['/security', '{"action":"UNLOCK"}'],
  ['/navigation/destination', '{"latitude":47.6,"longitude":-122.4}'],
  ['/navigation/destination', '{"latitude":-90,"longitude":180}'],
])('%s takes %s', async ([endpoint, body = ''], { visitor }) => {
  const { accessToken, path } = await connectCar(visitor)
  const answer = await visitor.read(path + endpoint, accessToken, { method: 'POST', body })
  expect([answer.status, answer.body]).toEqual([200, success])
  expect(answer.headers.get('SC-Request-Id')).toMatch(/^[\da-f-]{36}$/)
})

test.for([
  ['/charge', '{"action":"EXPLODE"}', 'action'],
  ['/charge', '{"action":["START"]}', 'action'],
  ['/charge', 'no json', 'action'],
  ['/charge', 'null', 'action'],
  ['/charge', '', 'action'],
  ['/charge/limit', '{"limit":0.49}', 'limit'],
  ['/charge/limit', '{"limit":80}', 'limit'],
  ['/charge/limit', '{"limit":""}', 'limit'],
  ['/charge/limit', '{"limit":"much"}', 'limit'],
  ['/charge/limit', '{}', 'limit'],
  ['/security', '{"action":"START"}', 'action'],
  ['/navigation/destination', '{"latitude":91,"longitude":0}', 'latitude'],
  ['/navigation/destination', '{"latitude":0,"longitude":-181}', 'longitude'],
  ['/navigation/destination', '{"latitude":"0","longitude":0}', 'latitude'],
])('%s refuses %s', async ([endpoint, body = '', field = ''], { visitor }) => {
  const { accessToken, path } = await connectCar(visitor)
  const answer = await visitor.read(path + endpoint, accessToken, { method: 'POST', body })
  expect(answer.status).toBe(400)
  expectShape(answer.body, validationShape(field))
})

test.for(['/charge', '/charge/limit', '/security', '/navigation/destination'])(
  '%s needs its permission before it looks at the body',
  async (endpoint, { visitor }) => {
    const { accessToken, path } = await connectCar(visitor, { scope: 'read_charge' })
    const answer = await visitor.read(path + endpoint, accessToken, { method: 'POST', body: '{}' })
    expectShape(answer.body, errorShape('PERMISSION', null, 403))
  },
)

test('a command changes what the car answers next', async ({ visitor }) => {
  const { accessToken, path } = await connectCar(visitor)
  async function read(endpoint: string) {
    return (await visitor.read(path + endpoint, accessToken)).body
  }
  function send(endpoint: string, body: unknown) {
    const init = { method: 'POST', body: JSON.stringify(body) }
    return visitor.read(path + endpoint, accessToken, init)
  }
  expect(await read('/charge')).toEqual({ isPluggedIn: true, state: 'CHARGING' })
  await send('/charge', { action: 'STOP' })
  expect(await read('/charge')).toEqual({ isPluggedIn: true, state: 'NOT_CHARGING' })
  const again = await send('/charge', { action: 'STOP' })
  expectShape(again.body, errorShape('VEHICLE_STATE', 'NOT_CHARGING', 409))
  await send('/charge', { action: 'START' })
  expect(await read('/charge')).toEqual({ isPluggedIn: true, state: 'CHARGING' })
  await send('/charge/limit', { limit: 0.75 })
  expect(await read('/charge/limit')).toEqual({ limit: 0.75 })
})

test('a car without a battery has nothing to charge', async ({ visitor }) => {
  const fuel = '0SCKAXX0000000001@fuel.smartcar.com'
  const { accessToken, path } = await connectCar(visitor, {}, fuel)
  const init = { method: 'POST', body: '{"action":"START"}' }
  const answer = await visitor.read(`${path}/charge`, accessToken, init)
  expectShape(answer.body, errorShape('COMPATIBILITY', 'VEHICLE_NOT_CAPABLE', 501))
})

test('a vehicle that sleeps obeys no command', async () => {
  const visitor = createVisitor(createSimulator({ scenario: 'vehicle-asleep' }))
  const { accessToken, path } = await connectCar(visitor)
  const init = { method: 'POST', body: '{"action":"LOCK"}' }
  const answer = await visitor.read(`${path}/security`, accessToken, init)
  expectShape(answer.body, errorShape('VEHICLE_STATE', 'ASLEEP', 409))
  expect(answer.body).toHaveProperty('suggestedUserMessage')
})
