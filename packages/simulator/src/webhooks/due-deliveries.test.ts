// Which deliveries start, as a table.

import { expect, test } from 'vitest'
import type { PendingDelivery } from '../memory/webhook.ts'
import { deliveriesAtOnce, startingNow, untilNextMs } from './due-deliveries.ts'

function waiting(...entries: [key: string, vehicleId: string, dueAtMs: number][]) {
  return new Map(
    entries.map(([key, vehicleId, dueAtMs]): [string, PendingDelivery] => [
      key,
      {
        webhookId: 'w',
        userId: 'u',
        vehicleId,
        uri: 'http://localhost/',
        document: { eventId: key, eventType: 'X', data: {}, meta: {} },
        attempts: 0,
        dueAtMs,
        isWronglySigned: false,
      },
    ]),
  )
}

const none = new Map<string, unknown>()

function running(...keys: string[]): ReadonlyMap<string, unknown> {
  return new Map(keys.map(key => [key, true]))
}

test.each([
  ['what is due', waiting(['a', '1', 100], ['b', '2', 101]), none, ['a']],
  ['one of a vehicle', waiting(['a', '1', 0], ['b', '1', 0], ['c', '2', 0]), none, ['a', 'c']],
  ['none beside one that runs', waiting(['a', '1', 0], ['b', '1', 0]), running('a'), []],
  ['one behind one that waits', waiting(['a', '1', 900], ['b', '1', 0]), none, ['b']],
  ['beside a verification', waiting(['a', '1', 0]), running('verify w'), ['a']],
])('starts %s', (_what, pending, runs, expected) => {
  expect(startingNow(pending, runs, 100)).toEqual(expected)
})

test('starts a few at once', () => {
  const many = waiting(
    ...Array.from({ length: 50 }, (_, at): [string, string, number] => [`${at}`, `v${at}`, 0]),
  )
  expect(startingNow(many, none, 100)).toHaveLength(deliveriesAtOnce)
  expect(startingNow(many, running('x', 'y'), 100)).toHaveLength(deliveriesAtOnce - 2)
})

test('the next is the earliest that is not due yet', () => {
  expect(untilNextMs(waiting(['a', '1', 0]), 100)).toBeUndefined()
  expect(untilNextMs(waiting(['a', '1', 0], ['b', '1', 700], ['c', '1', 300]), 100)).toBe(200)
})
