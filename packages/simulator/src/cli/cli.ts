#!/usr/bin/env node
// The command smartcar-connect-simulator.
import { parseArgs } from 'node:util'
import { keepState, readStateFile } from '../memory/state-file.ts'
import { scenarios } from '../scenarios/scenarios.ts'
import { createSimulator } from '../simulator.ts'
import { readApplicationFile } from './application-file.ts'
import { isLoopback, listen, type SimulatorServer } from './listen.ts'
import { portMessage } from './port-message.ts'

const help = `Usage: smartcar-connect-simulator [options]

  --port NUMBER         where to listen (4010; 0 takes a free one)
  --scenario NAME       how to behave (happy)
  --list-scenarios      print the scenarios and end
  --state FILE          keep what happened across restarts
  --applications FILE   the applications to know, as JSON (demo-client)
  --host NAME           listen elsewhere than on this machine alone
  --help                print this and end`

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
      state: { type: 'string' },
      applications: { type: 'string' },
      host: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(help)
  else if (values['list-scenarios']) printScenarios()
  else await start(values)
}

function printScenarios(): void {
  const width = Math.max(...scenarios.map(({ name }) => name.length))
  for (const { name, description } of scenarios) {
    console.log(`${name.padEnd(width)}  ${description}`)
  }
}

async function start(values: {
  port: string
  scenario?: string
  state?: string
  applications?: string
  host?: string
}): Promise<void> {
  const { scenario, state, applications, host } = values
  const port = Number(values.port)
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
    throw new TypeError(`--port ${values.port} is not a port. Give a number from 0 to 65535.`)
  }
  const snapshot = state === undefined ? undefined : readStateFile(state)
  const created = createSimulator({
    ...(scenario !== undefined && { scenario }),
    ...(applications !== undefined && { applications: readApplicationFile(applications) }),
    ...(snapshot !== undefined && { snapshot }),
  })
  const kept = state === undefined ? undefined : keepState(created, state)
  let listening: SimulatorServer
  try {
    listening = await listen(kept?.simulator ?? created, port, host)
  } catch (error) {
    throw new Error(portMessage(error, port), { cause: error })
  }
  if (host !== undefined && !isLoopback(host)) {
    console.warn(
      `Warning: listening on ${host}, so others may reach the simulator. It protects nothing.`,
    )
  }
  console.log(`Smartcar Connect simulator: ${listening.address}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      kept?.flush()
      void listening.stop()
    })
  }
}
