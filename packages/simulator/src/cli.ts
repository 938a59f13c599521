#!/usr/bin/env node
// The command smartcar-connect-simulator.
import { parseArgs } from 'node:util'
import { listen } from './listen.ts'
import { scenarios } from './scenarios.ts'
import { createSimulator } from './simulator.ts'

const help = `Usage: smartcar-connect-simulator [options]

  --port NUMBER      where to listen (4010; 0 takes a free one)
  --scenario NAME    how to behave (happy)
  --list-scenarios   print the scenarios and end
  --help             print this and end`

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The simulator could not start.')
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      scenario: { type: 'string' },
      'list-scenarios': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(help)
    return
  }
  if (values['list-scenarios']) {
    const width = Math.max(...scenarios.map(({ name }) => name.length))
    for (const { name, description } of scenarios) {
      console.log(`${name.padEnd(width)}  ${description}`)
    }
    return
  }
  const port = Number(values.port)
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
    throw new TypeError(`--port ${values.port} is not a port. Give a number from 0 to 65535.`)
  }
  const { scenario } = values
  const simulator = createSimulator({ ...(scenario !== undefined && { scenario }) })
  const listening = await listen(simulator, port).catch((error: unknown) => {
    throw new Error(portMessage(error, port))
  })
  console.log(`Smartcar Connect simulator: ${listening.address}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void listening.stop()
    })
  }
}

function portMessage(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken, so the simulator cannot listen there. End the other program, or choose another port with --port.`
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be used without special rights. Choose one above 1023 with --port.`
  }
  return `The simulator cannot listen on port ${port}: ${error instanceof Error ? error.message : 'unknown reason'}.`
}
