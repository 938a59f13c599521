// Chromium's part of the scenarios that `pnpm test:engines` runs in every engine.

import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { backendScenarios } from '../../../scripts/engines/backend-scenarios.ts'
import { inChromium } from '../../../scripts/engines/chromium.ts'
import { engineScenarios } from '../../../scripts/engines/scenarios.ts'
import { test } from './own-app.ts'

// With all that Chromium has around its engine, as people have it.
test.use({ launchOptions: browserLaunch() })

for (const { name, run } of [...engineScenarios, ...backendScenarios]) {
  test(name, async ({ browser, app }) => run(await inChromium(browser), app))
}
