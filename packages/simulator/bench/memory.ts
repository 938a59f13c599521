// Prints what a simulator keeps after many requests of all kinds. Run it with --expose-gc.

import { parseArgs } from 'node:util'
import { createSimulator } from '../src/simulator.ts'
import {
  authorizePath,
  authorizeV2,
  authorizeV3,
  form,
  goThroughConnect,
  type Line,
  machineToken,
  readSignals,
  send,
} from './person.ts'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '1000000' } } })
const requests = Number(values.requests)

const line: Line = { simulator: createSimulator(), sent: 0 }
const before = heapMegabytes()
const started = performance.now()

/** One of everything; what is large comes now and then. */
async function round(turn: number): Promise<void> {
  const accessToken = await authorizeV2(line, `v2-${turn}@example.com`)
  const token = await machineToken(line)
  const owner = await authorizeV3(line, token, `v3-${turn}@example.com`)
  await readSignals(line, token, owner)
  for (let read = 0; read < 10; read += 1) {
    await send(line, '/v2.0/vehicles', { headers: { Authorization: `Bearer ${accessToken}` } })
  }
  // People who never finish, with a state of 8,000 characters.
  await send(line, authorizePath('code', `${turn}-${'s'.repeat(8_000)}`))
  await send(line, authorizePath('code', `${turn}-${'s'.repeat(8_000)}`))
  if (turn % 20 === 0) {
    const fields = Array.from(
      { length: 400 },
      (_, at) => [`${turn}-${at}`, 'v'.repeat(80)] as const,
    )
    await send(line, '/oauth/token', form(fields), [401])
  }
  if (turn % 500 === 0) {
    await goThroughConnect(line, 'code', `${turn % 1000 === 0 ? 200 : 199}-vehicles@smartcar.com`)
  }
}

function heapMegabytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1_048_576
}

function report(): void {
  const heap = (heapMegabytes() - before).toFixed(1)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  process.stdout.write(`${String(line.sent).padStart(9)} requests: ${heap} MB, ${seconds} s\n`)
}

const steps = [0.05, 0.1, 0.25, 0.5, 0.75, 1].map(share => share * requests)
for (let turn = 0; line.sent < requests; turn += 1) {
  await round(turn)
  if (line.sent >= (steps[0] ?? Number.POSITIVE_INFINITY)) {
    steps.shift()
    report()
  }
}
const kept = Object.entries(line.simulator.snapshot().state).flatMap(([name, entries]) =>
  Array.isArray(entries) && entries.length > 0 ? [`${entries.length} ${name}`] : [],
)
process.stdout.write(`kept: ${kept.join(', ')}\n`)
