// Chromium's part of the scenarios that `pnpm test:engines` runs in every engine.

import { test } from '@playwright/test'
import { type Listening, listen } from '../../../packages/simulator/src/listen.ts'
import { createSimulator } from '../../../packages/simulator/src/simulator.ts'
import { type App, startApp } from '../../../scripts/engines/app-server.ts'
import { inChromium } from '../../../scripts/engines/chromium.ts'
import { engineScenarios } from '../../../scripts/engines/scenarios.ts'

let simulator: Listening
let app: App

test.beforeAll(async () => {
  simulator = await listen(createSimulator(), 0)
  app = await startApp(simulator.address.replace('localhost', '127.0.0.1'))
})
test.afterAll(async () => {
  await app.stop()
  await simulator.stop()
})

for (const { name, run } of engineScenarios) {
  test(name, async ({ browser }) => run(await inChromium(browser), app))
}
