// The line and the sentences say what is asked for, in each language's own grammar.

import { expect, test } from 'vitest'
import { en } from '../locales/en.ts'
import { type SummaryItem, scopeLine, scopeSummary } from './scope-summary.ts'

function item(title: string, more: Partial<SummaryItem> = {}): SummaryItem {
  return { access: 'read', title, required: false, ...more }
}

test('names what is read, controlled and required', () => {
  const items = [
    item('Odometer'),
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
  expect(scopeSummary([], en)).toEqual(['Asks for nothing yet.'])
})

test('counts what is seen and done in one line, without what there is none of', () => {
  const charge = item('Control charging', { access: 'control' })
  expect(scopeLine([item('Odometer'), item('VIN'), charge], en)).toBe('2 to see · 1 to do')
  expect(scopeLine([charge], en)).toBe('1 to do')
  expect(scopeLine([], en)).toBe('Asks for nothing yet.')
})
