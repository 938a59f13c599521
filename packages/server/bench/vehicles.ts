// Signals of many vehicles through createSmartcarApi: without limits, and with the documented ones.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { signalCatalogue } from '../src/api/signal-catalogue.ts'
import { createSmartcarApi } from '../src/api/smartcar-api.ts'
import { SmartcarApiError } from '../src/api/smartcar-api-error.ts'
import { serveFetch } from '../test/serve-fetch.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const codes = Object.keys(signalCatalogue)
const body = JSON.stringify({
  data: codes.map(code => ({
    id: code,
    type: 'signal',
    attributes: { code, status: { value: 'SUCCESS' }, body: { value: 1, unit: 'km' } },
    meta: { retrievedAt: '2026-06-10T12:00:04.250Z', oemUpdatedAt: '2026-06-10T11:55:00.000Z' },
  })),
})
const json = { 'content-type': 'application/json' }
const token = JSON.stringify({ access_token: 'token', token_type: 'Bearer', expires_in: 3600 })

/** Ten thousand vehicles at once, over HTTP on loopback, ten calls at a time. */
export async function benchManyVehicles() {
  const vehicles = 10_000
  let running = 0
  let most = 0
  const provider = await serveFetch(async request => {
    if (request.url.endsWith('/token')) return new Response(token, { headers: json })
    running += 1
    most = Math.max(most, running)
    await new Promise(resolve => setImmediate(resolve))
    running -= 1
    return new Response(body, { headers: json })
  })
  const api = createSmartcarApi({
    clientId: 'client_id',
    clientSecret: 'secret',
    simulator: provider.url,
  })
  const heapMb: number[] = []
  let done = 0
  const startMs = performance.now()
  async function read(number: number): Promise<void> {
    await api.signals({ userId: 'ada', vehicleId: `car-${number}` })
    done += 1
    if (done % 2000 !== 0) return
    collectGarbage()
    heapMb.push(Math.round(process.memoryUsage().heapUsed / 1e6))
  }
  await Promise.all(Array.from({ length: vehicles }, (_, number) => read(number)))
  const seconds = (performance.now() - startMs) / 1000
  await provider.stop()
  return {
    vehicles,
    'signals each': codes.length,
    'per second': Math.round(vehicles / seconds),
    'most at once': most,
    'heap MB at each 2,000': heapMb.join(' '),
  }
}

/** Time that passes only when everybody waits. */
function standingClock() {
  let nowMs = Date.UTC(2026, 0)
  const sleepers: { untilMs: number; wake: () => void }[] = []
  let turns = 0
  const loop = setInterval(() => {
    turns += 1
    if (turns < 3 || sleepers.length === 0) return
    turns = 0
    sleepers.sort((one, other) => one.untilMs - other.untilMs)
    const next = sleepers.shift()
    if (next === undefined) return
    nowMs = Math.max(nowMs, next.untilMs)
    next.wake()
  }, 1)
  return {
    now: () => nowMs,
    sleep: (ms: number) =>
      new Promise<void>(wake => {
        sleepers.push({ untilMs: nowMs + ms, wake })
      }),
    /** Somebody works, so nobody's time passes. */
    touch: () => {
      turns = 0
    },
    stop: () => clearInterval(loop),
  }
}

/**
 * Three hundred vehicles with the documented limits: 120 calls for the application, two more a minute. A
 * car of five also turns its first call away and says for how long.
 */
export async function benchLimitedVehicles(deadlineMs: number) {
  const vehicles = 300
  const toldMs = 7_000
  const clock = standingClock()
  const startMs = clock.now()
  let bucket = 120
  let filledMs = startMs
  let [turnedAway, toldWaits, tooEarly] = [0, 0, 0]
  const waiting = new Map<string, number>()
  async function provider(request: Request): Promise<Response> {
    clock.touch()
    if (request.url.endsWith('/token')) return new Response(token, { headers: json })
    const nowMs = clock.now()
    const refills = Math.floor((nowMs - filledMs) / 30_000)
    filledMs += refills * 30_000
    bucket = Math.min(120, bucket + refills)
    function refuse(code: string, headers: object): Response {
      turnedAway += 1
      const document = { errors: [{ status: '429', type: 'RATE_LIMIT', code }] }
      return new Response(JSON.stringify(document), {
        status: 429,
        headers: { ...json, ...headers },
      })
    }
    // Without `Retry-After`: the caller has to find out by itself.
    if (bucket === 0) return refuse('SMARTCAR_API', {})
    bucket -= 1
    const car = new URL(request.url).pathname
    const openMs = waiting.get(car)
    if (openMs !== undefined && nowMs < openMs) tooEarly += 1
    if (openMs === undefined && Number(car.split('-')[1]?.split('/')[0]) % 5 === 0) {
      waiting.set(car, nowMs + toldMs)
      toldWaits += 1
      return refuse('VEHICLE', { 'retry-after': String(toldMs / 1000) })
    }
    return new Response(body, { headers: json })
  }
  const api = createSmartcarApi({
    clientId: 'client_id',
    clientSecret: 'secret',
    simulator: 'http://localhost:4010',
    fetch: provider,
    clock,
    deadlineMs,
  })
  let [read, late, longestMs] = [0, 0, 0]
  async function one(number: number): Promise<void> {
    try {
      await api.signals({ userId: 'ada', vehicleId: `car-${number}` })
      read += 1
    } catch (error) {
      if (!(error instanceof SmartcarApiError) || error.status !== 429) throw error
      late += 1
    }
    longestMs = clock.now() - startMs
  }
  await Promise.all(Array.from({ length: vehicles }, (_, number) => one(number)))
  clock.stop()
  return {
    'deadline s': deadlineMs / 1000,
    read,
    'ended as 429': late,
    '429 answers': turnedAway,
    'told waits': toldWaits,
    'told waits broken': tooEarly,
    'minutes on the clock': Math.round(longestMs / 60_000),
  }
}
