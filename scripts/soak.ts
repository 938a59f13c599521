// Runs many sessions in one page, then some among hostile messages; prints what is left and how long it took.

import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { median } from './bench/speed-table.ts'
import { browserLaunch } from './browser/browser-launch.ts'
import { startApp } from './engines/app-server.ts'
import { startAgreeingProvider } from './service/agreeing-provider.ts'
import { connectTimes } from './soak/connect-times.ts'
import { type Counts, countOpenThings, watchOpenThings } from './soak/open-things.ts'
import {
  amongHostileMessages,
  closedByHand,
  messageToExchange,
  type Timed,
} from './soak/timed-sessions.ts'

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '2000' },
    messages: { type: 'string', default: '50000' },
  },
})
const sessions = Number(values.sessions)
const messages = Number(values.messages)

const provider = await startAgreeingProvider(() => 0)
const app = await startApp(provider.origin)
const browser = await chromium.launch(browserLaunch())
const page = await browser.newPage()
await watchOpenThings(page)
await page.goto(app.origin)
const cdp = await page.context().newCDPSession(page)

// The first sessions load and compile what all the others use.
await connectTimes(page, 50)
const rows: Record<string, Counts> = { before: await countOpenThings(page, cdp) }
const started = performance.now()
const part = Math.ceil(sessions / 4)
let connected = 0
for (let done = 0; done < sessions; done += part) {
  connected += await connectTimes(page, Math.min(part, sessions - done))
  rows[`after ${Math.min(done + part, sessions)}`] = await countOpenThings(page, cdp)
}
const seconds = (performance.now() - started) / 1_000
console.log(`${connected} of ${sessions} sessions connected in ${seconds.toFixed(0)} s`)
console.table(rows)

const quiet: Timed[] = []
const crowded: Timed[] = []
for (let index = 0; index < 20; index += 1) {
  quiet.push(await amongHostileMessages(page, 0))
  crowded.push(await amongHostileMessages(page, messages / 20))
}
const loud = await amongHostileMessages(page, messages)
const usual = median(quiet.map(one => one.ms))
const added = crowded.map(one => one.ms - usual).sort((a, b) => a - b)
console.log(`a session alone: ${ms(usual)}, click to window.open ${ms(quiet[0]?.opened ?? 0)}`)
console.log(`among ${messages} hostile messages: ${loud.status}`)
console.log(`  posting them ${ms(loud.posted)}, and ${ms(loud.ms - loud.posted)} until the end`)
console.log(
  `20 sessions among ${messages / 20} each, ${ms(median(crowded.map(one => one.posted)))} to post:`,
)
console.log(`  half add at most ${ms(median(added))}, 19 of 20 at most ${ms(added[18] ?? 0)}`)
console.log(`message to exchange: ${ms(await messageToExchange(page))}`)
const closed = await closedByHand(page)
console.log(
  `closed by hand: lost after ${ms(closed.lost)}, cancelled after ${ms(closed.cancelled)}`,
)
await browser.close()
await app.stop()
provider.stop()

const left = Object.values(rows).at(-1) ?? {}
const isClean = ['listeners', 'timers', 'channels'].every(name => left[name] === 0)
// One object kept for each session would be a leak; what the browser makes once for itself is none.
const grown = (left.objects ?? 0) - (rows.before?.objects ?? 0)
const isFlat = grown < Math.max(20, sessions / 20)
console.log(`live objects: ${grown} more than before, ${isFlat ? 'flat' : 'NOT flat'}`)
if (connected !== sessions || !isClean || !isFlat || loud.status !== 'connected') {
  process.exitCode = 1
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
