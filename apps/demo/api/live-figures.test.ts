// Which kind of figure each signal is.

import type { Signal, SignalTimes } from 'smartcar-connect-server'
import { expect, test } from 'vitest'
import { figureOf } from './live-figures.ts'

const times: SignalTimes = {
  oemUpdatedAt: new Date('2026-05-04T10:00:00Z'),
  retrievedAt: new Date('2026-05-04T10:01:00Z'),
  ingestedAt: undefined,
}
const code = 'odometer-traveleddistance'

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function failed(type: string, staleBody?: unknown): Signal {
  const error = { type, code: undefined, detail: undefined, resolution: undefined }
  return { ok: false, code, error, staleBody, times }
}

test('a value has its unit and the time at which the car told it', () => {
  const signal: Signal = { ok: true, code, body: { value: 12.5, unit: 'km' }, times }
  expect(figureOf(signal, isNumber)).toEqual({
    kind: 'value',
    value: 12.5,
    unit: 'km',
    at: '2026-05-04T10:00:00.000Z',
  })
})

test('the value of a signal that failed was seen last, and is none of now', () => {
  expect(figureOf(failed('VEHICLE_STATE', { value: 12.5, unit: 'km' }), isNumber)).toMatchObject({
    kind: 'last_seen',
    value: 12.5,
  })
})

test.each([
  ['not_shared', failed('PERMISSION')],
  ['none', failed('COMPATIBILITY')],
  ['none', undefined],
  ['unknown', failed('VEHICLE_STATE')],
  ['unknown', failed('UNREADABLE', { value: 'far' })],
])('says “%s” where there is no value', (kind, signal) => {
  expect(figureOf(signal, isNumber)).toEqual({ kind })
})
