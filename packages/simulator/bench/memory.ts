// Prints what a simulator keeps after many requests of four kinds. Run it with --expose-gc.

import { parseArgs } from 'node:util'
import { createSimulator, type Simulator } from '../src/simulator.ts'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '30000' },
    only: { type: 'string', default: '' },
  },
})
const requests = Number(values.requests)

const origin = 'http://localhost:4010'
const redirectUri = 'http://localhost:5173/callback'
const basic = { Authorization: `Basic ${btoa('demo-client:demo-secret')}` }

type Send = (simulator: Simulator, turn: number) => Promise<number>

/** Sends one request and reads its answer. */
async function send(
  simulator: Simulator,
  path: string,
  init: RequestInit = {},
): Promise<{ readonly location: string; readonly text: string }> {
  const answer = await simulator.fetch(new Request(new URL(path, origin), init))
  return { location: answer.headers.get('Location') ?? '', text: await answer.text() }
}

function form(fields: Readonly<Record<string, string>>, headers = {}): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields), headers }
}

function authorizeQuery(state: string): string {
  return `/oauth/authorize?${new URLSearchParams({
    response_type: 'code',
    application_id: 'demo-client',
    redirect_uri: redirectUri,
    scope: 'read_vehicle_info read_odometer',
    make: 'KIA',
    state,
  })}`
}

/** A person goes the whole way: seven requests. */
async function connect(simulator: Simulator, email: string, state: string): Promise<number> {
  const started = await send(simulator, authorizeQuery(state))
  const attempt = new URL(started.location, origin).searchParams.get('attempt') ?? ''
  await send(simulator, started.location)
  const signedIn = await send(
    simulator,
    '/connect/sign-in',
    form({ attempt, email, password: 'x' }),
  )
  const { text } = await send(simulator, signedIn.location)
  const body = new URLSearchParams({ attempt, decision: 'allow' })
  for (const [, id = ''] of text.matchAll(/name="vehicle" value="([^"]+)"/g)) {
    body.append('vehicle', id)
  }
  const decided = await send(simulator, '/connect/vehicles', { method: 'POST', body })
  const code = new URL(decided.location).searchParams.get('code') ?? ''
  const redeemed = form(
    { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
    basic,
  )
  const tokens = JSON.parse((await send(simulator, '/oauth/token', redeemed)).text)
  const refresh_token = String(tokens.refresh_token)
  await send(simulator, '/oauth/token', form({ grant_type: 'refresh_token', refresh_token }, basic))
  return 7
}

const kinds: Readonly<Record<string, Send>> = {
  'people who connect': (simulator, turn) =>
    connect(simulator, `person-${turn}@example.com`, `state-${turn}`),
  'people with 200 vehicles': (simulator, turn) =>
    connect(simulator, `${turn % 100 === 0 ? 200 : 199}-vehicles@smartcar.com`, `state-${turn}`),
  'long states, never finished': async (simulator, turn) => {
    await send(simulator, authorizeQuery(`${turn}-${'s'.repeat(8_000)}`))
    return 1
  },
  'large forms': async (simulator, turn) => {
    const fields = Array.from({ length: 400 }, (_, at) => [`${turn}-${at}-${'n'.repeat(60)}`, 'v'])
    await send(simulator, '/oauth/token', form(Object.fromEntries(fields)))
    return 1
  },
}

async function measure(kind: string, once: Send): Promise<void> {
  const before = heapMegabytes()
  const simulator = createSimulator()
  let sent = 0
  for (let turn = 0; sent < requests; turn += 1) sent += await once(simulator, turn)
  const grown = heapMegabytes() - before
  const { state } = simulator.snapshot()
  const entries = Object.entries(state).flatMap(([name, kept]) =>
    Array.isArray(kept) && kept.length > 0 ? [`${kept.length} ${name}`] : [],
  )
  const megabytes = `${grown.toFixed(0)} MB`
  process.stdout.write(`${sent} requests, ${kind}: ${megabytes}, ${entries.join(', ')}\n`)
}

for (const [kind, once] of Object.entries(kinds)) {
  if (kind.includes(values.only)) await measure(kind, once)
}

function heapMegabytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1_048_576
}
