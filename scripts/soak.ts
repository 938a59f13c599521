// Many sessions in one page, then one among hostile messages; prints what is left and how long it took.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { type CDPSession, chromium, type Page } from 'playwright'
import { browserLaunch } from './browser/browser-launch.ts'
import { startApp } from './engines/app-server.ts'
import { liveObjects } from './soak/live-objects.ts'

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '2000' },
    messages: { type: 'string', default: '50000' },
  },
})
const sessions = Number(values.sessions)
const messages = Number(values.messages)

// A provider that agrees at once; `make=SLOW` never answers.
const provider = createServer((request, response) => {
  const { searchParams } = new URL(`http://localhost${request.url}`)
  if (searchParams.get('make') === 'SLOW') return response.end('Waiting')
  const answer = { code: crypto.randomUUID(), state: searchParams.get('state') ?? '' }
  const location = `${searchParams.get('redirect_uri')}?${new URLSearchParams(answer)}`
  return response.writeHead(303, { Location: location }).end()
})
await new Promise<void>(resolve => provider.listen(0, '127.0.0.1', resolve))
const { port } = provider.address() as AddressInfo
const app = await startApp(`http://127.0.0.1:${port}`)
const browser = await chromium.launch(browserLaunch())
const page = await browser.newPage()

// Counts what the page has open: message listeners, timers and channels.
await page.addInitScript(`
  const open = { listeners: new Set(), timers: new Set(), channels: new Set() }
  Object.assign(globalThis, { open_: open, times: {} })
  const { setTimeout, clearTimeout, addEventListener } = window
  window.setTimeout = (run, ms, ...given) => {
    const timer = setTimeout(() => { open.timers.delete(timer); run(...given) }, ms)
    open.timers.add(timer)
    return timer
  }
  window.clearTimeout = timer => { open.timers.delete(timer); clearTimeout(timer) }
  window.addEventListener = (type, listener, options) => {
    addEventListener.call(window, type, listener, options)
    if (options?.signal?.aborted) return
    open.listeners.add(listener)
    options?.signal?.addEventListener('abort', () => open.listeners.delete(listener))
  }
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) { super(name); open.channels.add(this) }
    close() { open.channels.delete(this); super.close() }
  }
  const openWindow = window.open
  window.open = (...given) => { times.open = performance.now(); return openWindow.apply(window, given) }
  const send = window.fetch
  window.fetch = (...given) => { times.fetch = performance.now(); return send(...given) }
`)
await page.goto(app.origin)
const cdp = await page.context().newCDPSession(page)

/** Listeners, timers, channels, live objects, and the heap in kilobytes after a collection. */
async function counts(page: Page, cdp: CDPSession): Promise<Record<string, number>> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { jsEventListeners, documents } = await cdp.send('Memory.getDOMCounters')
  const objects = await liveObjects(cdp)
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const open: Record<string, number> = await page.evaluate(
    'Object.fromEntries(Object.entries(open_).map(([name, { size }]) => [name, size]))',
  )
  return {
    ...open,
    jsEventListeners,
    documents,
    objects,
    heapKilobytes: Math.round(usedSize / 1_024),
  }
}

/** Runs sessions one after the other; how many connected. */
async function connectTimes(count: number): Promise<number> {
  let connected = 0
  for (let done = 0; done < count; done += 50) {
    connected += Number(
      await page.evaluate(`(async () => {
        let connected = 0
        for (let index = 0; index < ${Math.min(50, count - done)}; index += 1) {
          const { status } = await connect.open()
          if (status === 'connected') connected += 1
        }
        seen.length = 0
        return connected
      })()`),
    )
  }
  return connected
}

// The first sessions load and compile what all the others use.
await connectTimes(50)
const rows: Record<string, Record<string, number>> = { before: await counts(page, cdp) }
const started = performance.now()
const part = Math.ceil(sessions / 4)
let connected = 0
for (let done = 0; done < sessions; done += part) {
  connected += await connectTimes(Math.min(part, sessions - done))
  rows[`after ${Math.min(done + part, sessions)}`] = await counts(page, cdp)
}
const seconds = (performance.now() - started) / 1_000
console.log(`${connected} of ${sessions} sessions connected in ${seconds.toFixed(0)} s`)
console.table(rows)
const left = Object.values(rows).at(-1) ?? {}

// A session that completes with and without a crowd that shouts at the page, by both ways.
const timed = `async shouts => {
  const channel = new BroadcastChannel('smartcar-connect')
  const forged = { type: 'smartcar-connect', id: '1', state: 'x', params: { code: 'evil' } }
  const started = performance.now()
  const ending = connect.open()
  const opened = times.open - started
  for (let sent = 0; sent < shouts; sent += 2) {
    window.postMessage(forged, '*')
    channel.postMessage(forged)
  }
  const posted = performance.now() - started
  const { status } = await ending
  const ms = performance.now() - started
  channel.close()
  return { status, ms, posted, opened }
}`
type Timed = { status: string; ms: number; posted: number; opened: number }
const shout = (count: number) => page.evaluate<Timed>(`(${timed})(${count})`)
const quiet: Timed[] = []
const crowded: Timed[] = []
for (let index = 0; index < 20; index += 1) {
  quiet.push(await shout(0))
  crowded.push(await shout(messages / 20))
}
const loud = await shout(messages)
const usual = middle(quiet.map(({ ms }) => ms))
const added = crowded.map(({ ms }) => ms - usual).sort((a, b) => a - b)
console.log(`a session alone: ${ms(usual)}, click to window.open ${ms(quiet[0]?.opened ?? 0)}`)
console.log(`among ${messages} hostile messages: ${loud.status}`)
console.log(`  posting them ${ms(loud.posted)}, and ${ms(loud.ms - loud.posted)} until the end`)
console.log(
  `20 sessions among ${messages / 20} each, ${ms(middle(crowded.map(one => one.posted)))} to post:`,
)
console.log(`  half add at most ${ms(middle(added))}, 19 of 20 at most ${ms(added[18] ?? 0)}`)

const toExchange = await page.evaluate<number>(`(async () => {
  let heard = 0
  const listening = BroadcastChannel.prototype
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(listening), 'onmessage')
  Object.defineProperty(listening, 'onmessage', { configurable: true, set(run) {
    set.call(this, event => { heard = performance.now(); run(event) })
  } })
  await connect.open()
  delete listening.onmessage
  return times.fetch - heard
})()`)
console.log(`message to exchange: ${ms(toExchange)}`)

// Closed from the page itself, so that both times come from one clock; that looks the same to it.
const closed = await page.evaluate<{ lost: number; cancelled: number }>(`(async () => {
  const at = {}
  const stop = connect.subscribe(() => {
    const { status, popup } = connect.getSession()
    at[popup ?? status] = performance.now()
  })
  const open = window.open
  let popup
  window.open = (...given) => (popup = open(...given))
  const ending = connect.open({ make: 'SLOW' })
  window.open = open
  await new Promise(resolve => setTimeout(resolve, 1000))
  popup.close()
  const from = performance.now()
  await ending
  stop()
  return { lost: at.lost - from, cancelled: at.cancelled - from }
})()`)
console.log(
  `closed by hand: lost after ${ms(closed.lost)}, cancelled after ${ms(closed.cancelled)}`,
)

await browser.close()
await app.stop()
provider.close()
const isClean = ['listeners', 'timers', 'channels'].every(name => left[name] === 0)
// One object kept for each session would be a leak; what the browser makes once for itself is none.
const grown = (left.objects ?? 0) - (rows.before?.objects ?? 0)
const isFlat = grown < Math.max(20, sessions / 20)
console.log(`live objects: ${grown} more than before, ${isFlat ? 'flat' : 'NOT flat'}`)
if (connected !== sessions || !isClean || !isFlat || loud.status !== 'connected')
  process.exitCode = 1

function middle(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
