// The smallest app with the real client, for one test alone.

import { test as base, expect, type Frame, type Page } from '@playwright/test'
import { type App, startApp } from '../../../scripts/engines/app-server.ts'
import { startSimulator } from '../../../scripts/engines/simulator-service.ts'

type OwnApp = { app: App }
type OwnSimulator = { simulator: Awaited<ReturnType<typeof startSimulator>> }

/** Playwright's `test`, with an app of its own, and a simulator on another site than the app. */
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
})

/** Waits until the app was told of a session like that, as in `connected 1`. */
export async function untilTold(page: Page | Frame, session: RegExp): Promise<void> {
  await expect.poll(() => page.evaluate(() => `${Reflect.get(window, 'seen')}`)).toMatch(session)
}
