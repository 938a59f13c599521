// What a session asks for: everything that its exchange compares, and nothing that it could not.

import { expect, test } from 'vitest'
import type { SessionParams } from './connect-url.ts'
import { askedSession } from './session-setup.ts'

const nothing = {
  mode: 'live',
  scope: [],
  externalId: null,
  vehicleId: null,
  vin: null,
}

test.each<[params: SessionParams, setup: object]>([
  [{}, { ...nothing, grantKind: 'code' }],
  [
    { responseType: 'code', mode: 'test' },
    { ...nothing, grantKind: 'code', mode: 'test' },
  ],
  [
    { responseType: 'none', externalId: 'ours' },
    { ...nothing, grantKind: 'user', externalId: 'ours' },
  ],
  [
    { scope: ['read_vin', 'read_odometer'], singleSelect: true, singleSelectVin: 'VIN' },
    { ...nothing, grantKind: 'code', scope: ['read_vin', 'read_odometer'], vin: 'VIN' },
  ],
])('%j is stored as it is compared', { tags: ['T45', 'T46'] }, (params, setup) => {
  expect(askedSession(params)).toEqual({ params, setup })
})

test('a new sign-in gets an external id that nobody had before, and nothing else', {
  tags: ['T47'],
}, () => {
  const asked = { vehicleId: 'car', mode: 'simulated', scope: ['read_odometer'] } as const
  const one = askedSession(asked)
  const { externalId } = one.setup
  expect(externalId).toMatch(/^[0-9a-f]{32}$/)
  expect(one.params).toEqual({ vehicleId: 'car', externalId })
  const setup = { ...nothing, grantKind: 'vehicle', mode: null, vehicleId: 'car', externalId }
  expect(one.setup).toEqual(setup)
  expect(askedSession(asked).setup.externalId).not.toBe(externalId)
})

test.each<[params: SessionParams, message: RegExp]>([
  [{ vehicleId: 'car', externalId: 'ours' }, /externalId together with vehicleId.*Leave/],
  [{ responseType: 'none' }, /none without externalId.*Return an unguessable id/],
  [{ singleSelectVin: 'VIN', scope: ['read_odometer'] }, /without read_vin.*required:read_vin/],
  ...['vehicleId', 'externalId'].flatMap(name =>
    ['', 'null', null, 7, 'x'.repeat(300), 'a\u0000b'].map((id): [SessionParams, RegExp] => [
      { [name]: id } as SessionParams,
      new RegExp(`a ${name} that is empty.*leave it out`),
    ]),
  ),
])('%j is refused, for nobody could check it', { tags: ['T46'] }, (params, message) => {
  expect(() => askedSession(params)).toThrow(TypeError)
  expect(() => askedSession(params)).toThrow(message)
})

test.each([[[]], [['read_vin']], [['required:read_vin']], [['read_odometer', 'read_vin']]])(
  'a VIN can be compared with the permissions %j',
  scope => {
    const asked = { singleSelect: true, singleSelectVin: 'VIN', scope }
    expect(askedSession(asked).setup.vin).toBe('VIN')
  },
)
