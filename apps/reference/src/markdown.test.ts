// Pages of the reference, as they are read.

import { expect, test } from 'vitest'
import { readSamples } from '../test/read-sample.ts'

const { store, other } = await readSamples({
  store: `
    import type { Clock } from './other.ts'
    type Base = {
      /** Who. */
      user: string
    }
    /** Options of {@link createStore}. */
    export type StoreOptions = Base & {
      /** The file, or <memory>. */
      file?: string | undefined
      /**
       * How long, in milliseconds.
       *
       * @default 5000
       */
      waitMs?: number
      /** Time. @default the real clock */
      clock?: Clock
    }
    /** What is kept. */
    export type Kept =
      /** Nothing so far. */
      | { status: 'empty' }
      /** Something: \`size\` says how much. */
      | { status: 'full'; size: number }
    /**
     * Makes a store.
     *
     * @param options where it is
     * @returns what it keeps
     * @throws {TypeError} without a file
     * @see https://example.com/a
     * @see https://example.com/b
     * @example
     * createStore({ file: 'a' })
     */
    export function createStore(options: StoreOptions): Kept {
      if (!options.file) throw new TypeError('file')
      return { status: 'empty' }
    }
  `,
  other: `
    /** Tells the time. */
    export type Clock = {
      /** Now, in milliseconds since 1970. */
      now(): number
    }
    /** Codes. */
    export const codes = { 'a/b': { unit: 'km' }, c: { unit: 'mi' } } as const
  `,
})

test('a function tells what it takes, returns and throws, with its example and sources', () => {
  expect(store.text).toContain(
    [
      '## createStore {#createStore}',
      '',
      '```tsx',
      'function createStore(options: StoreOptions): Kept',
      '```',
      '',
      'Makes a store.',
      '',
      '| Parameter | Type | What it is |',
      '| --- | --- | --- |',
      '| `options` | [`StoreOptions`](#StoreOptions) | where it is |',
      '',
      '**Returns** [`Kept`](#Kept): what it keeps',
      '',
      '**Throws** `TypeError` without a file',
      '',
      '```tsx',
      "createStore({ file: 'a' })",
      '```',
      '',
      '**See**',
      '',
      '- https://example.com/a',
      '- https://example.com/b',
    ].join('\n'),
  )
})

test('options are a table of types, defaults and sentences', () => {
  expect(store.text).toContain(
    [
      '| Name | Type | Default | What it is |',
      '| --- | --- | --- | --- |',
      '| `clock?` | [`Clock`](./other.md#Clock) | the real clock | Time. |',
      '| `file?` | `string` |  | The file, or &lt;memory>. |',
      '| `waitMs?` | `number` | `5000` | How long, in milliseconds. |',
      '',
      'It also has the members of [`Base`](#Base).',
    ].join('\n'),
  )
})

test('objects that are told apart by a text are a table', () => {
  expect(store.text).toContain(
    [
      '| What tells it apart | What else it has | What it means |',
      '| --- | --- | --- |',
      "| `status: 'empty'` |  | Nothing so far. |",
      "| `status: 'full'` | `size:` `number` | Something: `size` says how much. |",
    ].join('\n'),
  )
})

test('the types of a function follow it, and what is not exported comes last and says so', () => {
  const headings = [...store.text.matchAll(/^## (\w+)/gm)].map(([, name]) => name)
  expect(headings).toEqual(['createStore', 'Kept', 'StoreOptions', 'Base'])
  expect(store.text.split('## Base')[1]).toContain('not exported by its name')
})

test('only what is exported can be imported', () => {
  expect(store.text).toContain("import { createStore } from 'sample/store'\n```")
})

test('a constant is a table of what its members have in common', () => {
  expect(other.text).toContain(
    ['| Name | `unit` |', '| --- | --- |', '| `a/b` | `km` |', '| `c` | `mi` |'].join('\n'),
  )
})

test('methods say what they return', () => {
  expect(other.text).toContain('| `now` | `() => number` | Now, in milliseconds since 1970. |')
})
