// The backend in the service worker works on after the browser's cache has failed.

import { afterEach, expect, test, vi } from 'vitest'
import { settingsPart } from '../simulator/backend-settings.ts'
import { createPlaygroundBackend } from './playground-backend.ts'

const home = new URL('https://storybook.test/')
const params = { mode: 'simulated' as const }
const part = settingsPart({ person: 'ada', applicationId: 'playground', params })

function askForPage(): Request {
  return new Request(`${home}backend/${part}/redirect`)
}

function cacheThat({ fails }: { fails: 'open' | 'put' }) {
  const open = vi.fn(async () => ({
    match: async () => undefined,
    put: async () => {
      if (fails === 'put') throw new DOMException('Full.', 'QuotaExceededError')
    },
  }))
  if (fails === 'open') open.mockRejectedValueOnce(new DOMException('Busy.', 'UnknownError'))
  vi.stubGlobal('caches', { open })
}

afterEach(() => vi.unstubAllGlobals())

test('reads again what was kept, after reading it has failed once', async () => {
  cacheThat({ fails: 'open' })
  const answer = createPlaygroundBackend(home, fetch)
  await expect(answer(askForPage())).rejects.toThrow('Busy.')
  expect((await answer(askForPage())).status).toBe(200)
})

test('an answer stays good where the cache is full', async () => {
  cacheThat({ fails: 'put' })
  const answer = createPlaygroundBackend(home, fetch)
  expect((await answer(askForPage())).status).toBe(200)
})
