// The compatibility API. The VINs are those that official SDKs' suites ask about.

import { expect } from 'vitest'
import { errorShape, validationShape } from '../../test/error-shapes.ts'
import { test } from '../../test/fixtures.ts'
import {
  boolean,
  expectShape,
  integer,
  listOf,
  nullable,
  recordOf,
  text,
} from '../../test/shape.ts'
import type { Simulator } from '../simulator.ts'

async function ask(
  simulator: Simulator,
  path: string,
  query: Readonly<Record<string, string>>,
  secret = 'demo-secret',
): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await simulator.fetch(
    new Request(`http://localhost:4010/v2.0/compatibility${path}?${new URLSearchParams(query)}`, {
      headers: { Authorization: `Basic ${btoa(`demo-client:${secret}`)}` },
    }),
  )
  expect(answer.headers.get('SC-Request-Id')).toMatch(/^[\da-f-]{36}$/)
  return { status: answer.status, body: await answer.json() }
}

const tesla = '5YJXCDE22HF068739'

test('an answer has the provider’s shape', async ({ simulator }) => {
  const scope = 'read_battery read_fuel control_charge'
  const { body } = await ask(simulator, '', { vin: tesla, scope })
  // Docs and suite.
  expectShape(body, {
    compatible: true,
    reason: null,
    capabilities: listOf({
      permission: text,
      endpoint: text,
      capable: boolean,
      reason: nullable(text),
    }),
  })
  const { capabilities } = body as { capabilities: { endpoint: string }[] }
  expect(capabilities.map(({ endpoint }) => endpoint)).toEqual([
    '/battery',
    '/battery/capacity',
    '/battery/nominal_capacity',
    '/fuel',
    '/charge',
    '/charge/limit',
  ])
})

test.for([
  [tesla, 'read_odometer read_location', [null, null]],
  ['5YJSA1E29LF403082', 'read_odometer read_fuel', [null, 'SMARTCAR_NOT_CAPABLE']],
  ['0SCGMCT0386A85356', 'read_odometer read_fuel', [null, 'VEHICLE_NOT_CAPABLE']],
  [
    'WAUAFAFL1GN014882',
    'read_odometer read_location',
    ['VEHICLE_NOT_CAPABLE', 'VEHICLE_NOT_CAPABLE'],
  ],
  ['WAUAFAFL1GN014882', 'read_vehicle_info', [null]],
] as const)('%s with %s can be connected', async ([vin, scope, reasons], { simulator }) => {
  const { body } = await ask(simulator, '', { vin, scope })
  const permissions = scope.split(' ')
  expect(body).toMatchObject({
    compatible: true,
    reason: null,
    capabilities: reasons.map((reason, at) => ({
      permission: permissions[at],
      capable: reason === null,
      reason,
    })),
  })
})

test.for([
  ['WBAKE5C58DJ107700', 'VEHICLE_NOT_COMPATIBLE'],
  ['ZAM57RTA1F1234567', 'MAKE_NOT_COMPATIBLE'],
])('%s cannot be connected: %s', async ([vin = '', reason], { simulator }) => {
  const { body } = await ask(simulator, '', { vin, scope: 'read_odometer' })
  expect(body).toEqual({ compatible: false, reason, capabilities: [] })
})

test.for([
  ['compatible', true, null],
  ['phev', true, null],
  ['bev', true, 'VEHICLE_NOT_CAPABLE'],
  ['fuel', true, null],
  ['dinosaur', true, 'VEHICLE_NOT_CAPABLE'],
  ['incompatible', false, undefined],
] as const)('level %s', async ([level, compatible, reason], { simulator }) => {
  const query = { vin: tesla, scope: 'read_fuel', test_mode_compatibility_level: level }
  const { body } = await ask(simulator, '', query)
  const read = body as { compatible: boolean; capabilities: { reason: string | null }[] }
  expect([read.compatible, read.capabilities[0]?.reason]).toEqual([compatible, reason])
})

test('simulated mode needs a level', async ({ simulator }) => {
  const query = { vin: tesla, scope: 'read_vehicle_info', mode: 'test' }
  const { status, body } = await ask(simulator, '', query)
  expect(status).toBe(400)
  // Suite: this field and this sentence.
  expect(body).toMatchObject({
    detail: [
      {
        field: 'test_mode_compatibility_level',
        message: 'Field must be one of: [compatible,phev,incompatible,fuel,dinosaur,bev]',
      },
    ],
  })
})

test('the matrix has the provider’s shape', async ({ simulator }) => {
  const { body } = await ask(simulator, '/matrix', { region: 'US' })
  // Docs and suite.
  expectShape(
    body,
    recordOf(
      listOf({
        model: text,
        startYear: integer,
        endYear: integer,
        type: text,
        endpoints: listOf(text),
        permissions: listOf(text),
      }),
    ),
  )
  expect(Object.keys(body as object).length).toBeGreaterThan(30)
})

test('the matrix is filtered by make, type and scope', async ({ simulator }) => {
  const scope = 'read_battery read_charge'
  const query = { region: 'US', make: 'nissan TESLA', type: 'BEV', scope }
  const { body } = await ask(simulator, '/matrix', query)
  const makes = body as Record<string, { type: string; permissions: string[] }[]>
  expect(Object.keys(makes)).toEqual(['NISSAN', 'TESLA'])
  for (const { type, permissions } of Object.values(makes).flat()) {
    expect(type).toBe('BEV')
    expect(permissions).toEqual(expect.arrayContaining(scope.split(' ')))
  }
  const tanks = await ask(simulator, '/matrix', { ...query, scope: 'read_fuel' })
  expect(tanks.body).toEqual({})
  const renault = await ask(simulator, '/matrix', { region: 'US', make: 'RENAULT' })
  expect(renault.body).toEqual({})
})

test.for([
  ['', { scope: 'read_vin' }, 'vin'],
  ['', { vin: 'short', scope: 'read_vin' }, 'vin'],
  ['', { vin: tesla }, 'scope'],
  ['', { vin: tesla, scope: 'everything' }, 'scope'],
  ['/matrix', {}, 'region'],
  ['/matrix', { region: 'MARS' }, 'region'],
  ['/matrix', { region: 'US', type: 'STEAM' }, 'type'],
  ['/matrix', { region: 'US', scope: 'everything' }, 'scope'],
] as const)('%s with %o is refused', async ([path, query, field], { simulator }) => {
  const { status, body } = await ask(simulator, path, query)
  expect(status).toBe(400)
  expectShape(body, validationShape(field))
})

test.for(['', '/matrix'])('%s needs the application’s secret', async (path, { simulator }) => {
  const { status, body } = await ask(simulator, path, { region: 'US' }, 'wrong')
  expect(status).toBe(401)
  expectShape(body, errorShape('AUTHENTICATION', null, 401))
})
