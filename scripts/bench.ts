// Measures our client beside the official SDK in Chromium. Build first; `--packages FOLDER`, as often as wanted, measures other checkouts too.

import { parseArgs } from 'node:util'
import { type BrowserContext, chromium } from 'playwright'
import { startBenchServer } from './bench/bench-server.ts'
import { clickToWindow, watchClicks } from './bench/click-to-window.ts'
import { type Contestant, createContestants } from './bench/contestants.ts'
import { redirectToBackend } from './bench/redirect-to-backend.ts'
import { speedTable, type Times } from './bench/speed-table.ts'
import { browserLaunch } from './browser/browser-launch.ts'
import { startAgreeingProvider } from './service/agreeing-provider.ts'

type Measure = (contestant: Contestant) => Promise<number>

/** Measures all contestants in turn, beginning with another one each time. */
async function measureInTurn(
  contestants: readonly Contestant[],
  rounds: number,
  measure: Measure,
): Promise<Times[]> {
  const rows = contestants.map(({ name }) => ({ name, times: [] as number[] }))
  // The first of each compiles what the browser and the server need themselves.
  for (const contestant of contestants) await measure(contestant)
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const index = (round + turn) % contestants.length
      const contestant = contestants[index]
      if (contestant) rows[index]?.times.push(await measure(contestant))
    }
  }
  return rows
}

async function run(packages: readonly string[], clicks: number, sessions: number): Promise<void> {
  let delayMs = 0
  const provider = await startAgreeingProvider(() => delayMs)
  const contestants = await createContestants(packages, provider.origin)
  const server = await startBenchServer(contestants, () => delayMs)
  const browser = await chromium.launch(browserLaunch())
  try {
    const page = await browser.newPage()
    await watchClicks(page)
    const opening = await measureInTurn(contestants, clicks, ({ path }) =>
      clickToWindow(page, server.origin + path),
    )
    console.log(`click → window.open, median of ${clicks} fresh pages`)
    console.log(speedTable(opening))

    const context: BrowserContext = await browser.newContext()
    for (delayMs of [0, 50]) {
      const answering = await measureInTurn(contestants, sessions, ({ path }) =>
        redirectToBackend(context, server, path),
      )
      console.log(
        `redirect page requested → backend called, every request ${delayMs} ms, median of ${sessions} sessions`,
      )
      console.log(speedTable(answering))
    }
  } finally {
    await browser.close()
    server.stop()
    provider.stop()
  }
}

try {
  const { values } = parseArgs({
    options: {
      packages: { type: 'string', multiple: true, default: ['packages'] },
      clicks: { type: 'string', default: '200' },
      sessions: { type: 'string', default: '60' },
    },
  })
  await run(values.packages, Number(values.clicks), Number(values.sessions))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
