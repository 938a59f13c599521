// Chromium's part of the scenarios that `pnpm test:engines` runs in every engine.

import { inChromium } from '../../../scripts/engines/chromium.ts'
import { engineScenarios } from '../../../scripts/engines/scenarios.ts'
import { test } from './own-app.ts'

for (const { name, run } of engineScenarios) {
  test(name, async ({ browser, app }) => run(await inChromium(browser), app))
}
