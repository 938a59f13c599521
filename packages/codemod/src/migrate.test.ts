// Every fixture before and after, and what holds for all of them.

import { expect, test } from 'vitest'
import { components } from '../test/fixtures/components.ts'
import { forms } from '../test/fixtures/forms.ts'
import { handlers } from '../test/fixtures/handlers.ts'
import { nasty } from '../test/fixtures/nasty.ts'
import { options } from '../test/fixtures/options.ts'
import { migrate } from './migrate.ts'

const fixtures = [...forms, ...handlers, ...options, ...nasty, ...components]

test.each(fixtures)('$path: $name', ({ path, hasHooks, before, after }) => {
  expect(migrate(before, path, { hasHooks }).text).toBe(after)
})

test.each(fixtures)('a second run changes nothing: $name', ({ path, hasHooks, before, after }) => {
  const { left } = migrate(before, path, { hasHooks })
  expect(migrate(after, path, { hasHooks })).toEqual({ text: after, moved: 0, left })
})

test.each(fixtures)('line endings stay: $name', ({ path, hasHooks, before, after }) => {
  const crlf = migrate(before.replaceAll('\n', '\r\n'), path, { hasHooks }).text
  expect(crlf).toBe(after.replaceAll('\n', '\r\n'))
})

test.each(fixtures)('each mark is told of with its line: $name', ({ path, hasHooks, before }) => {
  const { text, left } = migrate(before, path, { hasHooks })
  const lines = text.split('\n')
  expect(left.length).toBe(text.split('TODO(smartcar-connect)').length - 1)
  for (const { line, what } of left) expect(lines[line - 1]).toContain(what)
})
