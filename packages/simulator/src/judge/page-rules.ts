// The rules of what components ask for: the cars, the end of one, and what changes.

import type { AppPage } from './app-page.ts'
import { type Bench, notRefused, type Rule, wordsOf } from './bench.ts'

const patienceMs = 10_000

/** What the endpoints for components must be; each is judged where it is there. */
export const pageRules: readonly Rule[] = [
  {
    part: 'connections',
    rule: 'lists the cars of who asks, and refuses everybody else',
    async run(bench) {
      const page = bench.page()
      await bench.connect(page)
      const own = await idsOf(page)
      if (own.length === 0) return 'the car that was connected is not listed'
      const others = await idsOf(bench.page(1))
      if (own.some(id => others.includes(id))) return 'somebody else sees the car as well'
      const nobody = await page.get('connections', { login: null })
      const open = await notRefused('a GET without a login', nobody, [401])
      if (open !== undefined) return open
      const bare = await page.get('connections', { 'x-smartcar-connect': null })
      const simple = await notRefused('a GET without X-Smartcar-Connect', bare)
      if (simple !== undefined) return simple
      const from = { origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' }
      return notRefused('a GET from another origin', await page.get('connections', from))
    },
  },
  {
    part: 'session',
    rule: 'signs in again to a car of the user',
    async run(bench) {
      const [page, email] = [bench.page(), bench.newEmail()]
      const before = await idsOf(page)
      await bench.connect(page, email)
      const vehicleId = (await idsOf(page)).find(id => !before.includes(id))
      if (vehicleId === undefined) return 'the car that was connected is not listed'
      await bench.connect(page, email, { vehicleId })
      const stranger = await bench.page(1).post('session', { vehicleId })
      return notRefused('somebody else’s car', stranger, [403])
    },
  },
  {
    part: 'disconnect',
    rule: 'ends a car of the user, at Smartcar too, and nobody else’s',
    async run(bench) {
      const page = bench.page()
      const session = await bench.start(page)
      const result = await bench.walk(session, bench.newEmail())
      await bench.hand(page, session, result)
      const [vehicleId = ''] = (await idsOf(page)).slice(-1)
      const stranger = await bench.page(1).post('disconnect', { vehicleId })
      const open = await notRefused('somebody else’s car', stranger, [403])
      if (open !== undefined) return open
      const { origin } = session.address
      const before = await deletionsAt(origin)
      const ended = await page.post('disconnect', { vehicleId })
      if (ended.status !== 204) return `it answered ${await wordsOf(ended)}`
      if ((await idsOf(page)).includes(vehicleId)) return 'the car is still listed'
      return (await deletionsAt(origin)) > before ? undefined : 'nothing was ended at Smartcar'
    },
  },
  {
    part: 'events',
    rule: 'tells of a car that is disconnected, to pages of its own origin alone',
    async run(bench) {
      const page = bench.page()
      const nobody = await page.get('events', { 'x-smartcar-connect': null, login: null })
      const open = await notRefused('a stream without a login', nobody, [401])
      if (open !== undefined) return open
      const from = { 'x-smartcar-connect': null, 'sec-fetch-site': 'cross-site' }
      const foreign = await notRefused('a stream for another site', await page.get('events', from))
      return foreign ?? toldOfEnd(bench, page)
    },
  },
]

async function toldOfEnd(bench: Bench, page: AppPage): Promise<string | undefined> {
  await bench.connect(page)
  const [vehicleId = ''] = (await idsOf(page)).slice(-1)
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), patienceMs)
  try {
    const site = { 'x-smartcar-connect': null, 'sec-fetch-site': 'same-origin' }
    const stream = await page.get('events', site, stop.signal)
    if (stream.headers.get('content-type') !== 'text/event-stream') {
      return `it answered ${await wordsOf(stream)}`
    }
    await page.post('disconnect', { vehicleId })
    let text = ''
    const decoder = new TextDecoder()
    for await (const bytes of stream.body ?? []) {
      text += decoder.decode(bytes, { stream: true })
      if (/^event: disconnected$/m.test(text) && text.includes(vehicleId)) return undefined
    }
    return 'the stream ended before it told of the end'
  } catch {
    return `within ${patienceMs / 1000} seconds it did not tell of the end`
  } finally {
    clearTimeout(late)
    stop.abort()
  }
}

/** @throws {Error} if the answer is no list with ids */
async function idsOf(page: AppPage): Promise<string[]> {
  const answer = await page.get('connections')
  const list: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined)
  if (!Array.isArray(list) || !list.every(one => typeof Object(one).id === 'string')) {
    throw new Error(`connections is no list of objects with an id: ${await wordsOf(answer)}`)
  }
  return list.map(({ id }) => id)
}

/** How many connections were ended at the simulator. */
async function deletionsAt(simulator: string): Promise<number> {
  const answer = await fetch(`${simulator}/__simulator/journal?method=DELETE`)
  const { entries } = (await answer.json()) as { entries: { path: string }[] }
  return entries.filter(({ path }) => path.startsWith('/v3/')).length
}
