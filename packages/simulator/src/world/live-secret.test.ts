// Secrets that look live.

import { expect, test } from 'vitest'
import { looksLive } from './live-secret.ts'

test.each([
  ['24d55382-843f-4ce9-a7a7-cl1ent5ecr3t', false],
  ['3f6c1f2e-9f1a-4c55-8f0e-2a6d5b7c9e10', true],
  ['3F6C1F2E-9F1A-4C55-8F0E-2A6D5B7C9E10', true],
  ['demo-secret', false],
  ['', false],
])('%s looks live: %s', (secret, live) => {
  expect(looksLive(secret)).toBe(live)
})
