// Chromium's part of the scenarios that `pnpm test:engines` runs in every engine.

import { test } from '@playwright/test'
import { type App, startApp } from '../../../scripts/engines/app-server.ts'
import { inChromium } from '../../../scripts/engines/chromium.ts'
import { engineScenarios } from '../../../scripts/engines/scenarios.ts'
import { startSimulator } from '../../../scripts/engines/simulator-service.ts'

let simulator: Awaited<ReturnType<typeof startSimulator>>
let app: App

test.beforeAll(async () => {
  simulator = await startSimulator()
  app = await startApp(simulator.origin)
})
test.afterAll(async () => {
  await app.stop()
  await simulator.stop()
})

for (const { name, run } of engineScenarios) {
  test(name, async ({ browser }) => run(await inChromium(browser), app))
}
