// One half of the soak: browser sessions and faults over two server processes on one database.

import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { buildAppPage } from './app-page.ts'
import { startBackends } from './backends.ts'
import type { Books, SessionEnd } from './books.ts'
import { readStored, startDatabase } from './databases.ts'
import { type Database, planFaults } from './fault-plan.ts'
import { startFront } from './front.ts'
import { startProvider } from './provider.ts'
import { type FaultCounts, runFaults } from './run-faults.ts'
import { runSession } from './run-session.ts'
import { planSessions, type SessionPlan } from './session-plan.ts'

/** What to run. */
export type HostileRun = {
  readonly database: Database
  readonly seed: number
  readonly durationMs: number
  /** How many browser sessions in all, and how many at once at most. */
  readonly sessions: number
  readonly atOnce: number
}

/** What came of it. */
export type HostileResult = { readonly books: Books; readonly faults: FaultCounts }

/** Runs everything, ends everything, and opens the books. */
export async function runDatabase(browser: Browser, run: HostileRun): Promise<HostileResult> {
  const { seed, durationMs, database: kind } = run
  const front = await startFront()
  const provider = await startProvider()
  const database = await startDatabase(kind)
  const plan = {
    database: database.address,
    providerUrl: provider.origin,
    appOrigin: front.origin,
    vaultSecret: randomBytes(32).toString('base64url'),
  }
  const backends = await startBackends(plan)
  try {
    front.setBackends(backends.urls)
    front.setPage(await buildAppPage(provider.origin))
    const plans = planSessions(seed, run.sessions)
    const [faults, sessions] = await Promise.all([
      runFaults({ front, provider, backends, database }, planFaults(seed, durationMs, kind)),
      runSessions(browser, front.origin, plans, run),
    ])
    // What is still under way in a server reaches the database.
    await sleep(3_000)
    const output = backends.output()
    const leaks = provider.secrets().filter(secret => output.includes(secret))
    const accidents = [
      ...backends.accidents(),
      ...leaks.map(() => 'A code or token stands in the output of a server.'),
    ]
    await backends.stop()
    const people = plans.map(({ person }) => person)
    const found = await readStored(plan, people)
    const books = {
      granted: provider.granted(),
      sent: await provider.sent(),
      stored: found.stored,
      sessions,
      accidents: [...accidents, ...found.accidents],
    }
    return { books, faults }
  } finally {
    await backends.stop()
    await database.stop()
    await provider.stop()
    front.stop()
  }
}

/** Runs the sessions spread over the time, in as many lanes as may be at once. */
async function runSessions(
  browser: Browser,
  appOrigin: string,
  plans: readonly SessionPlan[],
  { durationMs, atOnce }: HostileRun,
): Promise<readonly SessionEnd[]> {
  const startedMs = Date.now()
  const waiting = plans.entries()
  const ends: SessionEnd[] = []
  async function lane(): Promise<void> {
    for (const [index, plan] of waiting) {
      const beginMs = startedMs + (index / plans.length) * durationMs
      await sleep(Math.max(0, beginMs - Date.now()))
      ends.push(
        await runSession(browser, appOrigin, plan).catch(error => ({
          person: plan.person,
          status: 'not run',
          why: String(error).split('\n', 1)[0],
        })),
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return ends
}
