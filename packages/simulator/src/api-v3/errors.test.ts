// Errors of version 3: one document for every path and host.

import { expect, test } from 'vitest'
import { expectShape } from '../../test/shape.ts'
import { startVersion3 } from '../../test/version-3.ts'
import * as shapes from '../../test/version-3-shapes.ts'
import { createSimulator } from '../simulator.ts'

test.each([
  ['GET', '/connections'],
  ['GET', '/connections/1'],
  ['DELETE', '/connections/1'],
  ['DELETE', '/users/1'],
  ['GET', '/vehicles/1'],
  ['GET', '/vehicles/1/signals'],
  ['GET', '/vehicles/1/signals/odometer-traveleddistance'],
  ['POST', '/vehicles/1/commands/charge/start'],
  ['POST', '/vehicles/1/charge-schedules/daily'],
  ['DELETE', '/vehicles/1/charge-schedules/1'],
  ['GET', '/applications'],
  ['GET', '/applications/1'],
  ['GET', '/applications/1/secrets'],
])('%s %s without a valid token is 401', async (method, path) => {
  const { call } = startVersion3()
  const { status, headers, body } = await call(path, { method, token: 'wrong' })
  expect(status).toBe(401)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({
    status: '401',
    type: 'AUTHENTICATION',
    code: 'UNAUTHORIZED',
    title: 'Unauthorized',
    meta: { debug: { requestId: headers.get('SC-Request-Id') } },
  })
})

test.each(['/vehicles', '/nothing', '', '/vehicles/1/odometer'])(
  'the path /v3%s does not exist',
  async path => {
    const { call } = startVersion3()
    const { status, headers, body } = await call(path)
    expect(status).toBe(404)
    expectShape(body, shapes.errors)
    expect(body.errors[0]).toMatchObject({ type: 'RESOURCE_NOT_FOUND', code: 'INVALID_PATH' })
    expect(headers.get('SC-Request-Id')).toBe(body.errors[0].meta.debug.requestId)
  },
)

test('a wrong method is told which ones there are', async () => {
  const { call } = startVersion3()
  const { status, headers, body } = await call('/connections', { method: 'PUT' })
  expect([status, headers.get('Allow')]).toEqual([405, 'GET'])
  expectShape(body, shapes.errors)
  expect(headers.get('SC-Request-Id')).toBe(body.errors[0].meta.debug.requestId)
})

test('a vehicle that nobody connected is not found', async () => {
  const { call } = startVersion3()
  const { status, body } = await call('/vehicles/5a4f1f0e-0000-4000-8000-000000000000')
  expect(status).toBe(404)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({ code: 'VEHICLE_NOT_FOUND' })
})

test.each(['vehicle.api', 'management.api', 'compatibility.api', 'iam'])(
  '%s.smartcar.com answers version 3 in its form',
  async host => {
    const request = new Request(`https://${host}.smartcar.com/v3/nothing`)
    const answer = await createSimulator().fetch(request)
    expectShape(await answer.json(), shapes.errors)
  },
)

test('version 2 keeps its own form', async () => {
  const answer = await createSimulator().fetch(new Request('http://localhost:4010/v2.0/nothing'))
  expect(await answer.json()).not.toHaveProperty('errors')
})
