// Comments of members in declaration files.

import { expect, test } from 'vitest'
import { separated } from './docs-on-own-lines.ts'

test('a comment behind a member stands in front of the next one', () => {
  const generated = `type A = {
  /** One. */readonly one: string; /** Two. */
  readonly two?: number;
};`
  expect(separated(generated)).toBe(`type A = {
  /** One. */
  readonly one: string;
  /** Two. */
  readonly two?: number;
};`)
})

test('other text stays as it is', () => {
  const text = '/**\n * A; `/** b */`.\n */\ndeclare const a: string;\n'
  expect(separated(text)).toBe(text)
})
