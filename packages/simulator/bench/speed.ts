// Prints how many complete authorizations and reads one simulator answers in a second, without a port.

import { createSimulator } from '../src/simulator.ts'
import { authorizeV2, authorizeV3, type Line, machineToken, readSignals, send } from './person.ts'

const durationMs = 3000

const line: Line = { simulator: createSimulator(), sent: 0 }
const token = await machineToken(line)
const accessToken = await authorizeV2(line, 'reader@example.com')
const owner = await authorizeV3(line, token, 'owner@example.com')
const signals = await readSignals(line, token, owner)

async function readOdometer(): Promise<void> {
  const headers = { Authorization: `Bearer ${accessToken}` }
  const list = await send(line, '/v2.0/vehicles', { headers })
  const [vehicleId] = JSON.parse(list.text).vehicles
  await send(line, `/v2.0/vehicles/${vehicleId}/odometer`, { headers })
}

/** Repeats something for a while. Returns how often it was done in a second. */
async function perSecond(once: (turn: number) => Promise<unknown>, forMs: number): Promise<number> {
  const startedMs = performance.now()
  let turns = 0
  while (performance.now() - startedMs < forMs) {
    await once(turns)
    turns += 1
  }
  return Math.round((turns * 1000) / (performance.now() - startedMs))
}

// The reads come first: the simulator forgets the oldest people when thousands have followed.
for (const [what, once] of [
  [`version 3 reads of all signals (${signals} each)`, () => readSignals(line, token, owner)],
  ['version 2 reads of the list and an odometer', readOdometer],
  [
    'version 2 authorizations, to the tokens',
    (turn: number) => authorizeV2(line, `v2-${turn}@x.y`),
  ],
  [
    'version 3 authorizations, to the connection',
    (turn: number) => authorizeV3(line, token, `v3-${turn}@x.y`),
  ],
  ['requests for the clock', () => send(line, '/__simulator/clock')],
] as const) {
  await perSecond(once, durationMs / 3)
  const speed = await perSecond(once, durationMs)
  process.stdout.write(`${String(speed).padStart(7)} a second: ${what}\n`)
}
