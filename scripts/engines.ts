// Runs the scenarios in each engine that is found, and writes docs/browsers.md. Name engines to run fewer.

import { writeFileSync } from 'node:fs'
import { startApp } from './engines/app-server.ts'
import { backendScenarios } from './engines/backend-scenarios.ts'
import { startChromium } from './engines/chromium.ts'
import { type Column, enginesPage } from './engines/engines-page.ts'
import { startFirefox } from './engines/firefox.ts'
import { engineScenarios } from './engines/scenarios.ts'
import { startSimulator } from './engines/simulator-service.ts'
import { startWebkit } from './engines/webkit.ts'

const engines = { Chromium: startChromium, Firefox: startFirefox, WebKit: startWebkit }

const scenarios = [...engineScenarios, ...backendScenarios]
const simulator = await startSimulator()
const app = await startApp(simulator.origin)
const wanted = process.argv.slice(2)
const columns: Column[] = []
for (const [name, start] of Object.entries(engines)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const engine = await start()
  if (!engine) {
    console.log(`– ${name}: not found on this machine, so nothing was run in it`)
    columns.push({ name: `${name} (not found)`, outcomes: new Map() })
    continue
  }
  const outcomes = new Map<string, string>()
  try {
    for (const scenario of scenarios) {
      const outcome = await scenario.run(engine, app).then(
        () => '✓',
        (error: Error) => `✗ ${error.message}`,
      )
      outcomes.set(scenario.name, outcome)
      console.log(`${outcome} ${engine.name}: ${scenario.name}`)
      if (outcome !== '✓') process.exitCode = 1
      // What a failed one left open must not be in the next one's way. The first tab keeps it running.
      for (const tab of (await engine.tabs()).slice(1)) await tab.close().catch(() => {})
    }
  } finally {
    await engine.stop()
  }
  columns.push({ name: engine.name, outcomes })
}
await app.stop()
await simulator.stop()
const names = scenarios.map(({ name }) => name)
if (wanted.length === 0) writeFileSync('docs/browsers.md', enginesPage(names, columns))
process.exit()
