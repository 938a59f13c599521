// Connects a hundred people while processes, databases, networks, clocks and the provider fail; then the books must balance.

import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { headlessLaunch } from '../browser/browser-launch.ts'
import { imbalances } from './hostile/books.ts'
import type { Database } from './hostile/fault-plan.ts'
import { countsOf } from './hostile/report.ts'
import { runDatabase } from './hostile/run-database.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    sessions: { type: 'string', default: '100' },
    seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
    only: { type: 'string' },
  },
})
const databases: readonly Database[] = ['SQLite', 'PostgreSQL']
const chosen = databases.filter(name => name.toLowerCase().includes(values.only ?? ''))
const seed = Number(values.seed)
const again = `--seed ${seed} --minutes ${values.minutes} --sessions ${values.sessions}`

console.log(`The seed is ${seed}; the same plan again: soak:hostile ${again}`)
const browser = await chromium.launch(headlessLaunch())
for (const database of chosen) {
  const { books, faults } = await runDatabase(browser, {
    database,
    seed,
    durationMs: (Number(values.minutes) * 60_000) / chosen.length,
    sessions: Math.ceil(Number(values.sessions) / chosen.length),
    atOnce: 6,
  })
  console.log(`\n${database}`)
  console.table(countsOf(books))
  console.table(faults)
  const wrong = imbalances(books)
  for (const sentence of wrong) console.log(`Imbalance (seed ${seed}): ${sentence}`)
  if (wrong.length > 0) process.exitCode = 1
  else console.log('The books are balanced.')
}
await browser.close()
