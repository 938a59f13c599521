// What the gap check finds, and what it leaves alone.

import { expect, test } from 'vitest'
import { readSamples } from '../test/read-sample.ts'

// What is written, and what the reference would leave open.
const table = {
  silentType: ['export type A = string', ['A has no docstring']],
  toldType: ['/** A name. */\nexport type A = string', []],
  silentConstant: ['export const a: number = 1', ['a has no docstring']],
  silentClass: [
    '/** An error. */\nexport class E extends Error {\n  code = 1\n}',
    ['E.code has no docstring'],
  ],
  ownName: ["/** An error. */\nexport class E extends Error {\n  override name = 'E'\n}", []],
  silentMember: ['/** Options. */\nexport type O = { a: number }', ['O.a has no docstring']],
  silentInside: [
    '/** Options. */\nexport type O = {\n  /** The api. */\n  api: { id: string }\n}',
    ['O.api.id has no docstring'],
  ],
  silentMethod: ['/** A thing. */\nexport type T = { go(): void }', ['T.go has no docstring']],
  spread: [
    '/** Props. */\nexport type P = {\n  /** Spread them. */\n  listProps: { id: string }\n}',
    [],
  ],
  namedInText: ['/** A claim; `lease` proves it. */\nexport type C = { lease: string }', []],
  silentValues: [
    "/** Either `on` or not. */\nexport type V = 'on' | 'off'",
    ["V does not say what 'off' means"],
  ],
  toldValues: [
    "/** A switch. */\nexport type V =\n  /** It is on. */\n  | 'on'\n  /** It is off. */\n  | 'off'",
    [],
  ],
  silentVariants: [
    "/** `a`: one. */\nexport type U = { is: 'a' } | { is: 'b'; size: number }",
    ["U does not say what is: 'b' means", 'U.size has no docstring'],
  ],
  silentResult: [
    '/** Counts. */\nexport function count(): number {\n  return 1\n}',
    ['count() does not say what it returns: @returns'],
  ],
  noResult: ['/** Goes. */\nexport function go(): void {}', []],
  silentParameter: [
    '/** Goes. */\nexport function go(far: number): void {\n  far\n}',
    ['go() does not say what far is: @param'],
  ],
  silentThrow: [
    "/** Goes. */\nexport function go(): void {\n  refuse()\n}\nfunction refuse(): never {\n  throw new RangeError('far')\n}",
    ['go() does not say when it throws RangeError: @throws'],
  ],
  toldThrow: [
    "/**\n * Goes.\n * @throws {RangeError} always\n */\nexport function go(): void {\n  throw new RangeError('far')\n}",
    [],
  ],
  caughtThrow: [
    "/** Goes. */\nexport function go(): void {\n  try {\n    throw new RangeError('far')\n  } catch {}\n}",
    [],
  ],
  laterThrow: [
    "/**\n * Makes.\n * @returns a function\n */\nexport function make(): () => void {\n  return () => {\n    throw new RangeError('far')\n  }\n}",
    [],
  ],
  lostLink: ['/** See {@link nobody}. */\nexport type A = string', []],
  innerType: [
    'type Inner = { a: number }\n/** Options. */\nexport type O = {\n  /** In it. */\n  inner: Inner\n}',
    ['Inner has no docstring', 'Inner.a has no docstring'],
  ],
} as const satisfies Record<string, readonly [string, readonly string[]]>

const sources = Object.fromEntries(Object.entries(table).map(([name, [text]]) => [name, text]))
const samples = await readSamples(sources)

test.each(Object.entries(table))('finds what %s leaves open', (name, [, gaps]) => {
  expect(samples[name]?.gaps).toEqual(gaps)
})

test('a link that leads nowhere is the one warning', () => {
  expect(samples.lostLink?.warnings).toBe(1)
})
