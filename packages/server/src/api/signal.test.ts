// Signals in every form that was recorded.

import { expect, expectTypeOf, test } from 'vitest'
import { readSignal, type SignalBody } from './signal.ts'
import { signalCatalogue } from './signal-catalogue.ts'

const meta = {
  ingestedAt: '2026-06-10T12:00:05.120Z',
  retrievedAt: '2026-06-10T12:00:04.250Z',
  oemUpdatedAt: '2026-06-10T11:55:00.000Z',
}

function element(status: unknown, body: unknown, code = 'tractionbattery-stateofcharge'): unknown {
  return { id: code, type: 'signal', attributes: { code, status, body }, meta }
}

test('a success has its body and three times', () => {
  const body = { value: 64, unit: 'percent' }
  expect(readSignal(element({ value: 'SUCCESS' }, body))).toEqual({
    ok: true,
    code: 'tractionbattery-stateofcharge',
    body,
    times: {
      oemUpdatedAt: new Date('2026-06-10T11:55:00Z'),
      retrievedAt: new Date('2026-06-10T12:00:04.250Z'),
      ingestedAt: new Date('2026-06-10T12:00:05.120Z'),
    },
  })
})

test('an error has no current value, even with a body beside it', () => {
  const error = {
    type: 'VEHICLE_STATE',
    code: 'NOT_CHARGING',
    detail: 'It is not charging.',
    resolution: { type: 'UNKNOWN_RESOLUTION_TYPE' },
  }
  const stale = { value: 40, unit: 'km/h' }
  expect(readSignal(element({ value: 'ERROR', error }, stale, 'charge-chargerate'))).toMatchObject({
    ok: false,
    error: {
      type: 'VEHICLE_STATE',
      code: 'NOT_CHARGING',
      detail: 'It is not charging.',
      resolution: { type: 'UNKNOWN_RESOLUTION_TYPE' },
    },
    staleBody: stale,
  })
})

test.each([
  ['a status that nobody recorded', { value: 'UNAVAILABLE' }, undefined, 'UNAVAILABLE'],
  [
    'an error without words',
    { value: 'ERROR', error: { type: 'PERMISSION', code: null } },
    undefined,
    'PERMISSION',
  ],
  ['neither status nor body', undefined, undefined, 'UNKNOWN'],
  ['a body of another form', { value: 'SUCCESS' }, { value: 'many' }, 'UNREADABLE'],
  ['no body', { value: 'SUCCESS' }, undefined, 'UNREADABLE'],
])('%s is no value', (_what, status, body, type) => {
  expect(readSignal(element(status, body))).toMatchObject({ ok: false, error: { type } })
})

test('older data without a status counts if a body is there; times may be numbers or 0', () => {
  const code = 'odometer-traveleddistance'
  const older = { code, body: { value: 7, unit: 'km' }, meta: { oemUpdatedAt: 0, retrievedAt: 1 } }
  expect(readSignal(older)).toMatchObject({
    ok: true,
    times: { oemUpdatedAt: undefined, retrievedAt: new Date(1) },
  })
})

test('a code that is not documented has a body of its own', () => {
  expect(readSignal(element({ value: 'SUCCESS' }, 'anything', 'new-signal'))).toMatchObject({
    ok: true,
    body: 'anything',
  })
})

test.each([undefined, null, 7, 'text', [], {}, { attributes: {} }])('%o is no signal', element => {
  expect(readSignal(element)).toBeUndefined()
})

test('types follow from the catalogue', () => {
  expect(Object.keys(signalCatalogue)).toHaveLength(93)
  expectTypeOf<SignalBody<'vehicleidentification-vin'>>().toEqualTypeOf<{
    readonly value: string
  }>()
  expectTypeOf<SignalBody<'odometer-traveleddistance'>>().toEqualTypeOf<{
    readonly value: number
    readonly unit?: string | null
  }>()
  expectTypeOf<SignalBody<'closure-windows'>['values'][number]>().toEqualTypeOf<{
    readonly row: number
    readonly column: number
    readonly isOpen?: boolean | null
  }>()
  expectTypeOf<SignalBody<'something-new'>>().toEqualTypeOf<unknown>()
})
