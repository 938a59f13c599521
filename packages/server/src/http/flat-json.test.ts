// Flat objects, each name once.

import { expect, test } from 'vitest'
import { parseFlatJson } from './flat-json.ts'

function parse(source: string) {
  return parseFlatJson(new TextEncoder().encode(source))
}

test.each([
  '{}',
  ' { } ',
  '{"a":"b"}',
  '{ "a" : "b" , "c":"d" }',
  '{"a":"\\"}, \\u00e9 \\\\","é":":{,"}',
])('reads %s as JSON.parse does', source => {
  expect(Object.fromEntries(parse(source) ?? [])).toEqual(JSON.parse(source))
})

test.each(['{"code":"a","code":"b"}', '{"code":"a","c\\u006fde":"b"}'])(
  'refuses the doubled name in %s',
  { tags: ['T12'] },
  source => {
    expect(JSON.parse(source)).toEqual({ code: 'b' })
    expect(parse(source)).toBeUndefined()
  },
)

test.each([
  '',
  'null',
  '[]',
  '"a"',
  '{"a":1}',
  '{"a":null}',
  '{"a":["b"]}',
  '{"a":{"b":"c"}}',
  '{"a":"b",}',
  '{"a":"b"}{"a":"b"}',
  '{a:"b"}',
  "{'a':'b'}",
  '{"a":"\n"}',
  '{"a":"\\x"}',
])('refuses %j', source => {
  expect(parse(source)).toBeUndefined()
})

test('refuses what is not UTF-8', () => {
  expect(parseFlatJson(Uint8Array.of(0x7b, 0xff, 0x7d))).toBeUndefined()
})

test('needs no more time for hostile text than for honest text of its length', () => {
  const hostile = `{${'"a":"b",'.repeat(500)}`
  expect(parse(hostile)).toBeUndefined()
  expect(parse(`{"a":"${'\\\\'.repeat(2000)}`)).toBeUndefined()
})
