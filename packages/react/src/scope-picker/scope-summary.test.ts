// The summary says what is asked for, in each language's own grammar.

import { expect, test } from 'vitest'
import { en } from '../locales/en.ts'
import { type SummaryItem, scopeSummary } from './scope-summary.ts'

function item(title: string, more: Partial<SummaryItem> = {}): SummaryItem {
  return { access: 'read', title, checked: true, required: false, ...more }
}

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
