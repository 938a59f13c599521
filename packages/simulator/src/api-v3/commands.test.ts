// Commands of version 3: what they answer, and what becomes of the car.

import { expect, test } from 'vitest'
import { expectShape } from '../../test/shape.ts'
import { type Answer, everything, startVersion3, type Version3 } from '../../test/version-3.ts'
import * as shapes from '../../test/version-3-shapes.ts'

async function startWithCar(
  scope = everything,
  options: Parameters<typeof startVersion3>[0] = {},
  email?: string,
): Promise<
  Version3 & Record<'command' | 'signal', (path: string, attributes?: unknown) => Promise<Answer>>
> {
  const version3 = startVersion3(options)
  const { userId, vehicleId } = await version3.connect(email, { scope })
  return {
    ...version3,
    command: (path, attributes) =>
      version3.call(`/vehicles/${vehicleId}/commands/${path}`, {
        method: 'POST',
        userId,
        attributes,
      }),
    signal: code => version3.call(`/vehicles/${vehicleId}/signals/${code}`, { userId }),
  }
}

test.each([
  ['charge/stop', 'charge-stop', undefined],
  ['charge/set-limit', 'charge-set-limit', { percent: 75 }],
  ['charge-port/open', 'charge-port-open', undefined],
  ['security/lock', 'security-lock', undefined],
  ['security/unlock', 'security-unlock', undefined],
  ['navigation/set-destination', 'navigation-set-destination', { latitude: 41.5, longitude: -36 }],
])('%s answers with the documented execution', async (path, commandType, parameters) => {
  const { command } = await startWithCar()
  const { status, body } = await command(path, parameters)
  expect(status).toBe(200)
  expectShape(body, shapes.execution)
  expect(body.data.attributes).toMatchObject({ commandType, ...(parameters && { parameters }) })
  expect(body.data.meta).toMatchObject({
    executedAt: '2026-06-01T10:00:00Z',
    completedAt: '2026-06-01T10:00:00Z',
  })
})

test('the signals show what a command changed, right after it', async () => {
  const { visitor, command, signal } = await startWithCar()
  const code = 'charge-ischarging'
  expect((await signal(code)).body.data.attributes.body).toEqual({ value: true })
  await visitor.moveClock(60_000)
  await command('charge/stop')
  const { data } = (await signal(code)).body
  expect(data.attributes.body).toEqual({ value: false })
  expect(data.meta.retrievedAt).toBe('2026-06-01T10:01:00.000Z')
  await command('charge/start')
  expect((await signal(code)).body.data.attributes.body).toEqual({ value: true })
})

test.each([
  ['charge/set-limit', undefined, 'MISSING_PARAMETER'],
  ['charge/set-limit', { percent: 49 }, 'INVALID_INPUT_FORMAT'],
  ['charge/set-limit', { percent: 101 }, 'INVALID_INPUT_FORMAT'],
  ['charge/set-limit', { percent: 75.5 }, 'INVALID_INPUT_FORMAT'],
  ['charge/set-limit', { percent: '75' }, 'INVALID_INPUT_FORMAT'],
  ['navigation/set-destination', { latitude: 41.5 }, 'MISSING_PARAMETER'],
  ['navigation/set-destination', { latitude: 91, longitude: 0 }, 'INVALID_INPUT_FORMAT'],
  ['navigation/set-destination', { latitude: 0, longitude: -181 }, 'INVALID_INPUT_FORMAT'],
])('%s with %j is refused as %s', async (path, attributes, code) => {
  const { command } = await startWithCar()
  const { status, body } = await command(path, attributes)
  expect(status).toBe(400)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({ status: '400', type: 'VALIDATION', code })
})

test.each([
  ['charge/stop', 'read_charge control_security'],
  ['charge-port/open', 'control_security'],
  ['security/lock', 'control_charge'],
  ['navigation/set-destination', 'control_charge'],
])('%s needs its own permission', async (path, scope) => {
  const { command } = await startWithCar(scope)
  const { status, body } = await command(path, { latitude: 1, longitude: 1 })
  expect(status).toBe(403)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({
    status: '403',
    type: 'PERMISSION',
    resolution: { type: 'REAUTHENTICATE' },
  })
})

test('a car that cannot obey says why, and what to tell the person', async () => {
  const { command } = await startWithCar()
  await command('charge/stop')
  const { status, body } = await command('charge/stop')
  expect(status).toBe(409)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({
    status: '409',
    type: 'VEHICLE_STATE',
    code: 'NOT_CHARGING',
    title: 'Not Charging',
    suggestedUserMessage: 'Your car is not charging.',
    links: {
      about: 'https://smartcar.com/docs/errors/api-errors/v3/vehicle-state-errors#not-charging',
    },
  })
})

test('a car without a battery does not charge', async () => {
  const { command } = await startWithCar(everything, {}, '0SCKAXX0000000001@fuel.smartcar.com')
  const { status, body } = await command('charge/start')
  expect(status).toBe(501)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({ type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' })
})

test('commands need a user, and are not for a person’s token of version 2', async () => {
  const { visitor, call, connect } = startVersion3()
  const { vehicleId } = await connect()
  const path = `/vehicles/${vehicleId}/commands/security/lock`
  const withoutUser = await call(path, { method: 'POST' })
  expect(withoutUser.status).toBe(400)
  expect(withoutUser.body.errors[0].code).toBe('MISSING_PARAMETER')
  await visitor.connect({ approval_prompt: 'force', scope: everything })
  const token = await visitor.redeem()
  expect((await call(path, { method: 'POST', token })).status).toBe(401)
})

test.each(['charge', 'commands/charge/limit', 'commands/climate/start'])(
  'the path %s that clients guessed does not exist',
  async path => {
    const { call } = startVersion3()
    const { status, body } = await call(`/vehicles/1/${path}`, { method: 'POST' })
    expect(status).toBe(404)
    expectShape(body, shapes.errors)
    expect(body.errors[0]).toMatchObject({ type: 'RESOURCE_NOT_FOUND', code: 'INVALID_PATH' })
  },
)

test.each([
  ['vehicle-asleep', 409, 'ASLEEP'],
  ['vehicle-rate-limited', 429, 'VEHICLE'],
  ['application-rate-limited', 429, 'SMARTCAR_API'],
  ['plan-exhausted', 430, 'VEHICLE_REQUEST_LIMIT'],
  ['vehicle-server-error', 500, 'INTERNAL'],
  ['vehicle-upstream-down', 502, 'NO_RESPONSE'],
  ['needs-reauthentication', 400, 'AUTHENTICATION_FAILED'],
])('scenario %s answers commands with %s %s', async (scenario, status, code) => {
  const { call, connect } = startVersion3()
  const { userId, vehicleId } = await connect('me@example.com', { flags: `scenario:${scenario}` })
  const path = `/vehicles/${vehicleId}/commands/security/lock`
  const answer = await call(path, { method: 'POST', userId })
  expect(answer.status).toBe(status)
  expectShape(answer.body, shapes.errors)
  expect(answer.body.errors[0]).toMatchObject({ status: String(status), code })
  expect(answer.headers.get('Retry-After')).toBe(status === 429 ? '60' : null)
})

test('scenario command-timeout gives up although the car obeys', async () => {
  const { command, signal } = await startWithCar(everything, { scenario: 'command-timeout' })
  const { status, body } = await command('charge/stop')
  expect(status).toBe(504)
  expect(body).not.toHaveProperty('errors')
  expect((await signal('charge-ischarging')).body.data.attributes.body).toEqual({ value: false })
})

test('scenario slow-commands answers 202 without a length, then the execution', async () => {
  const waits: number[] = []
  async function wait(ms: number): Promise<void> {
    waits.push(ms)
  }
  const { command } = await startWithCar(everything, { scenario: 'slow-commands', wait })
  const { status, headers, body } = await command('charge/set-limit', { percent: 60 })
  expect([status, headers.get('Content-Length'), waits]).toEqual([202, null, [3000]])
  expect(body.data).toMatchObject({
    type: 'command-execution',
    attributes: { commandType: 'charge-set-limit', parameters: { percent: 60 } },
    meta: {
      executedAt: '2026-06-01T10:00:00Z',
      completedAt: '2026-06-01T10:00:03Z',
      durationInSeconds: 3,
    },
  })
})

test('scenario slow-commands-fail answers 202 with an error of another status', async () => {
  async function wait(): Promise<void> {}
  const { command, signal } = await startWithCar(everything, {
    scenario: 'slow-commands-fail',
    wait,
  })
  const { status, body } = await command('charge/stop')
  expect(status).toBe(202)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({ status: '409', code: 'UNREACHABLE' })
  expect((await signal('charge-ischarging')).body.data.attributes.body).toEqual({ value: true })
})
