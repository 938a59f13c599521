// The redirect URI to register is told once, while developing against Smartcar itself.

import { afterEach, expect, test, vi } from 'vitest'
import { pageOrigin } from '../../test/backend-browser.ts'
import { openBackend } from '../../test/open-backend.ts'
import { createMemoryStore } from '../stores/memory.ts'
import type { BackendStore } from './backend-options.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const real = { simulator: undefined as never }

test('it is told with the first session, and not again', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {})
  const { browser, told } = openBackend(real)
  await browser('ada').start()
  await browser('eve').start()
  expect(info.mock.calls).toEqual([
    [expect.stringContaining(`dashboard: ${pageOrigin}/api/smartcar/redirect`)],
  ])
  // It is for the console alone.
  expect(told.map(({ type }) => type)).toEqual(['session_started', 'session_started'])
})

test('neither with a simulator, nor for a foreign page, nor in production', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {})
  await openBackend({ path: '/simulated' }).browser('ada').start()
  const path = '/foreign'
  const evil = { origin: 'https://evil.test' }
  await openBackend({ ...real, path })
    .browser('ada')
    .post('session', {}, evil)
  vi.stubEnv('NODE_ENV', 'production')
  const store = { ...createMemoryStore(), check: undefined } as unknown as BackendStore
  await openBackend({ ...real, path: '/live', store })
    .browser('ada')
    .post('session', {})
  expect(info).not.toHaveBeenCalled()
})
