// A new vehicle that the provider does not know at once.

import { expect, test } from 'vitest'
import { provisioningAt } from './provisioning.ts'

test.each([
  ['happy', 0, 'ready'],
  ['signals-late', 0, 'unknown'],
  ['signals-late', 4_999, 'unknown'],
  ['signals-late', 5_000, 'empty'],
  ['signals-late', 14_999, 'empty'],
  ['signals-late', 15_000, 'ready'],
])('scenario %s after %s ms: %s', (scenario, ageMs, provisioning) => {
  expect(provisioningAt({ scenario, connectedAtMs: 1000 }, 1000 + ageMs)).toBe(provisioning)
})
