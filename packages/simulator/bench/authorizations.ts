// Prints how many authorizations, and how many plain requests, one simulator answers in a second.

import { createSimulator } from '../src/simulator.ts'

const origin = 'http://localhost:4010'
const redirectUri = 'http://localhost:5173/callback'
const durationMs = 3000

const simulator = createSimulator()

async function get(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return simulator.fetch(new Request(new URL(address, origin), { headers }))
}

async function post(
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(form)
  return simulator.fetch(new Request(`${origin}${path}`, { method: 'POST', body, headers }))
}

/** One person, from the first page to the tokens: eight requests, every page read. */
async function authorizeOnce(person: number): Promise<void> {
  const query = new URLSearchParams({
    response_type: 'code',
    application_id: 'demo-client',
    redirect_uri: redirectUri,
    scope: 'read_vehicle_info read_odometer',
    state: `state-${person}`,
  })
  const started = await get(`/oauth/authorize?${query}`)
  const brands = started.headers.get('Location') ?? ''
  const [[name = '', id = ''] = []] = new URL(brands, origin).searchParams
  await (await get(brands)).text()
  const chosen = await post('/connect/brand', { [name]: id, brand: 'TESLA' })
  await (await get(chosen.headers.get('Location') ?? '')).text()
  const email = `person-${person}@example.com`
  const signedIn = await post('/connect/sign-in', { [name]: id, email, password: 'x' })
  const review = await (await get(signedIn.headers.get('Location') ?? '')).text()
  const vehicle = /name="vehicle" value="([^"]+)"/.exec(review)?.[1] ?? ''
  const decided = await post('/connect/vehicles', { [name]: id, vehicle, decision: 'allow' })
  const code = new URL(decided.headers.get('Location') ?? '').searchParams.get('code') ?? ''
  const tokens = await post(
    '/oauth/token',
    { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
    { Authorization: `Basic ${btoa('demo-client:demo-secret')}` },
  )
  if (tokens.status !== 200) throw new Error(`The token endpoint answered ${tokens.status}.`)
  await tokens.json()
}

/** One request without a page: the time by the simulator's clock. */
async function readClock(): Promise<void> {
  const answer = await get('/__simulator/clock')
  if (answer.status !== 200) throw new Error(`The clock answered ${answer.status}.`)
  await answer.json()
}

async function perSecond(once: (turn: number) => Promise<void>, forMs: number): Promise<number> {
  const startedMs = performance.now()
  let turns = 0
  while (performance.now() - startedMs < forMs) {
    await once(turns)
    turns += 1
  }
  return Math.round((turns * 1000) / (performance.now() - startedMs))
}

for (const [what, once] of [
  ['authorizations', authorizeOnce],
  ['plain requests', readClock],
] as const) {
  await perSecond(once, durationMs / 3)
  process.stdout.write(`${await perSecond(once, durationMs)} ${what} per second\n`)
}
