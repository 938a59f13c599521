// A folded group says what is set in it.

import { expect, test } from 'vitest'
import { defaults } from '../state/playground-state.ts'
import { askSummary, lookSummary, moreSummary, waySummary } from './summaries.ts'

test('says what is set at first', () => {
  expect(askSummary(defaults)).toBe('4 permissions, any car')
  expect(lookSummary(defaults)).toBe('primary; opens a popup')
  expect(waySummary(defaults)).toBe('version 3, with a backend')
  expect(moreSummary(defaults)).toBe('nothing special')
})

test('says what differs', () => {
  const one = {
    ...defaults,
    scope: ['read_vin'],
    make: 'BMW',
    singleSelect: true,
    mode: 'live',
  } as const
  expect(askSummary(one)).toBe('1 permission, one BMW car, live')
  expect(askSummary({ ...defaults, scope: [], make: 'ODD' })).toBe(
    'permissions of the dashboard, any ODD car',
  )
  const look = { ...defaults, label: 'Go', size: 'compact', presentation: 'redirect' } as const
  expect(lookSummary(look)).toBe('“Go”, primary, compact; opens this tab')
  expect(moreSummary({ ...defaults, user: 'u', country: '' })).toBe('country, user')
})
