// Starts the demo: simulator, backend and page, until Ctrl-C. `--scenario NAME`, `--verbose`.

import { parseArgs } from 'node:util'
import { demoPorts, takenPortsMessage } from './demo/demo-ports.ts'
import { demoServices } from './demo/demo-services.ts'
import { isPortTaken } from './service/port-taken.ts'
import { type Service, startService } from './service/service.ts'

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { scenario: { type: 'string' }, verbose: { type: 'boolean', default: false } },
  })
  const ports = demoPorts(process.env)
  const taken = []
  for (const port of Object.values(ports)) if (await isPortTaken(port.port)) taken.push(port)
  if (taken.length > 0) throw new Error(takenPortsMessage(taken))

  let stopping = false
  const asked = new Promise<void>(resolve => {
    for (const signal of stopSignals) {
      process.on(signal, () => {
        stopping = true
        resolve()
      })
    }
  })
  const services = demoServices(ports, values.scenario).map(plan =>
    startService(plan, values.verbose),
  )
  // Ctrl-C reaches the children too, so an end is only early while nobody asked for it.
  const earlyEnd = Promise.race(services.map(({ ended }) => ended)).then(report => {
    if (!stopping) throw new Error(report)
  })
  try {
    const announcedAndAsked = announced(services, ports.page.port).then(() => asked)
    await Promise.race([announcedAndAsked, earlyEnd, asked])
  } finally {
    stopping = true
    await Promise.all(services.map(({ stop }) => stop()))
  }
}

async function announced(services: readonly Service[], pagePort: number): Promise<void> {
  await Promise.all(services.map(({ ready }) => ready))
  console.log(`The demo is ready at http://localhost:${pagePort} (Ctrl-C ends it)`)
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
