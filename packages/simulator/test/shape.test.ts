// The shapes that answers are held against refuse what they should.

import { expect, test } from 'vitest'
import {
  absoluteUrl,
  between,
  boolean,
  epochMs,
  integer,
  isoSeconds,
  isoTime,
  listOf,
  matching,
  mismatches,
  nullable,
  number,
  oneOf,
  optional,
  recordOf,
  type Shape,
  text,
  uuid,
} from './shape.ts'

const id = '8a1f0c3e-52b7-4d07-9c1e-3f6f0a2b4c5d'
const car = { id: uuid, type: 'vehicle', tags: listOf(text), nick: optional(nullable(text)) }

test.each<[Shape, unknown]>([
  [car, { id, type: 'vehicle', tags: [] }],
  [car, { id, type: 'vehicle', tags: ['a', 'b'], nick: null }],
  [car, { id, type: 'vehicle', tags: ['a'], nick: 'Bee' }],
  [oneOf('A', 'B', 3), 'B'],
  [oneOf({ a: text }, { b: text }), { b: 'x' }],
  [recordOf(number), { x: 1, y: 2 }],
  [between(0, 100), 100],
  [matching(/^exec_/), 'exec_1'],
  [integer, 7],
  [boolean, false],
  [isoTime, '2026-06-01T10:00:00.000Z'],
  [isoSeconds, '2026-06-01T10:00:00Z'],
  [epochMs, 1_780_000_000_000],
  [absoluteUrl, 'https://vehicle.api.smartcar.com/v3/vehicles/1?page%5Bsize%5D=1'],
  [null, null],
])('%# finds nothing wrong with a value of the shape', (shape, value) => {
  expect(mismatches(value, shape)).toEqual([])
})

test.each<[Shape, unknown, string]>([
  [car, { id, type: 'vehicle' }, 'tags: is missing'],
  [car, { id, type: 'vehicle', tags: [], extra: 1 }, 'extra: is not expected'],
  [car, { id, type: 'user', tags: [] }, 'type: "user" is not "vehicle"'],
  [car, { id, type: 'vehicle', tags: ['a', 5] }, 'tags[1]: 5 is no text'],
  [car, { id, type: 'vehicle', tags: 'a' }, 'tags: "a" is no list'],
  [car, { id, type: 'vehicle', tags: [], nick: undefined }, 'nick: undefined is no text'],
  [car, null, 'the value: null is no object'],
  [car, [], 'the value: [] is no object'],
  [{ a: { b: integer } }, { a: { b: 1.5 } }, 'a.b: 1.5 is no whole number'],
  [{ a: number }, { a: Number.NaN }, 'a: null is no number'],
  [{ a: number }, { a: '1' }, 'a: "1" is no number'],
  [text, '', 'the value: "" is no text'],
  [boolean, 'true', 'the value: "true" is no boolean'],
  [recordOf(number), { x: 'a' }, 'x: "a" is no number'],
  [recordOf(number), 1, 'the value: 1 is no object'],
  [between(0, 100), 101, 'the value: 101 is no number from 0 to 100'],
  [between(0, 100), -1, 'the value: -1 is no number from 0 to 100'],
  [oneOf('A', 'B'), 'C', 'the value: "C" is not "B"'],
  [matching(/^exec_/), 'x', 'the value: "x" does not match /^exec_/'],
  [epochMs, 1_780_000_000, 'the value: 1780000000 is no time in ms'],
  [null, 0, 'the value: 0 is not null'],
])('%# tells what is wrong and where', (shape, value, complaint) => {
  expect(mismatches(value, shape)).toEqual([complaint])
})

test.each<[Shape, unknown]>([
  [uuid, '8A1F0C3E-52B7-4D07-9C1E-3F6F0A2B4C5D'],
  [uuid, `${id}0`],
  [isoTime, '2026-06-01T10:00:00Z'],
  [isoTime, 1_780_000_000_000],
  [isoSeconds, '2026-06-01T10:00:00.000Z'],
  [absoluteUrl, '/vehicles/1'],
])('%# refuses what only looks like it', (shape, value) => {
  expect(mismatches(value, shape)).toHaveLength(1)
})
