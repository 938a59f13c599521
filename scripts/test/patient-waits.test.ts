// Waits of a test outlast a slow machine.

import { expect, test, vi } from 'vitest'

test('waits longer than the second that Vitest gives', async () => {
  const begin = performance.now()
  await vi.waitUntil(() => performance.now() > begin + 1200)
  await vi.waitFor(() => expect(performance.now()).toBeGreaterThan(begin + 2400))
})

test('a wait that says how long it takes ends then', async () => {
  await expect(vi.waitUntil(() => false, { timeout: 20 })).rejects.toThrow('Timed out')
  await expect(vi.waitUntil(() => false, 20)).rejects.toThrow('Timed out')
})
