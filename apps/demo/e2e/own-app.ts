// The smallest app with the real client, for one test alone.

import { test as base, expect, type Frame, type Page } from '@playwright/test'
import { type App, startApp } from '../../../scripts/engines/app-server.ts'
import { startSimulator } from '../../../scripts/engines/simulator-service.ts'
import { type ServedPage, servePage } from './serve-page.ts'

type OwnApp = {
  /** An app of its own for each test. */
  app: App
  /** Serves a page until the test ends, and gives its origin. */
  serve: (...args: Parameters<typeof servePage>) => Promise<string>
}
type OwnSimulator = {
  /** A simulator on another site than the app. */
  simulator: Awaited<ReturnType<typeof startSimulator>>
}

/** Playwright's `test`, with an app, a simulator, and pages of somebody else. */
export const test = base.extend<OwnApp, OwnSimulator>({
  simulator: [
    async ({ browserName: _ }, use) => {
      const simulator = await startSimulator()
      await use(simulator)
      await simulator.stop()
    },
    { scope: 'worker' },
  ],
  app: async ({ simulator }, use) => {
    const app = await startApp(simulator.origin)
    await use(app)
    await app.stop()
  },
  serve: async ({ browserName: _ }, use) => {
    const served: ServedPage[] = []
    await use(async (...args) => {
      const page = await servePage(...args)
      served.push(page)
      return page.origin
    })
    for (const page of served) page.stop()
  },
})

/** Waits until `onEvent` was called with a session like that, as in `connected 1`. */
export async function untilSession(page: Page | Frame, session: RegExp): Promise<void> {
  await expect.poll(() => page.evaluate(() => `${Reflect.get(window, 'seen')}`)).toMatch(session)
}
