// The summary says what is asked for, in each language's own grammar.

import { expect, test } from 'vitest'
import { en } from '../locales/en.ts'
import { scopeSummary } from './scope-summary.ts'

const item = (title: string, more = {}) => ({
  access: 'read' as const,
  title,
  checked: true,
  required: false,
  ...more,
})

test('names what is read, controlled and required', () => {
  const items = [
    item('Odometer'),
    item('Fuel', { checked: false }),
    item('VIN', { required: true }),
    item('Control charging', { access: 'control' }),
  ]
  expect(scopeSummary(items, en)).toEqual([
    'Asks to see 2 things: Odometer and VIN.',
    'Asks to do one thing: Control charging.',
    'Can’t do without: VIN.',
  ])
})

test('says so when nothing is asked for', () => {
  expect(scopeSummary([item('Fuel', { checked: false })], en)).toEqual(['Asks for nothing yet.'])
})
