#!/usr/bin/env node
// The command smartcar-connect-simulator.

import { parseArgs } from 'node:util'
import { hostnameOf, isLoopback } from '../http/allowed-host.ts'
import { scenarios } from '../scenarios/scenarios.ts'
import { createSimulator } from '../simulator.ts'
import { type Application, demoApplication } from '../world/applications.ts'
import { readApplicationFile } from './application-file.ts'
import { runJudge } from './judge-command.ts'
import { listen, type SimulatorServer } from './listen.ts'
import { portMessage } from './port-message.ts'
import { persistState, readStateFile } from './state-file.ts'

const help = `Usage: smartcar-connect-simulator [options]

  --port NUMBER         where to listen (4010; 0 takes a free one)
  --scenario NAME       how to behave (happy)
  --list-scenarios      print the scenarios and end
  --state FILE          keep what happened across restarts
  --applications FILE   the applications to know, as JSON (demo-client)
  --host NAME           listen elsewhere than on this machine alone
  --allowed-host NAME   answer for this host too; may be given more than once
  --help                print this and end

       smartcar-connect-simulator judge ADDRESS …   judges a backend; judge --help says more`

try {
  await run()
} catch (error) {
  console.error(
    error instanceof Error
      ? error.message
      : 'The simulator could not start, for an unknown reason.',
  )
  process.exitCode = 1
}

async function run(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2)
  if (command === 'judge') return runJudge(rest)
  const values = readArguments()
  if (values.help) console.log(help)
  else if (values['list-scenarios']) printScenarios()
  else await start(values)
}

type Arguments = {
  readonly port: string
  readonly scenario?: string
  readonly 'list-scenarios': boolean
  readonly state?: string
  readonly applications?: string
  readonly host?: string
  readonly 'allowed-host'?: string[]
  readonly help: boolean
}

function readArguments(): Arguments {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4010' },
        scenario: { type: 'string' },
        'list-scenarios': { type: 'boolean', default: false },
        state: { type: 'string' },
        applications: { type: 'string' },
        host: { type: 'string' },
        'allowed-host': { type: 'string', multiple: true },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    const problem = error instanceof Error ? error.message.split('. ', 1)[0] : 'Wrong arguments'
    throw new Error(`${problem}, so the simulator was not started. --help lists the options.`, {
      cause: error,
    })
  }
}

function printScenarios(): void {
  const width = Math.max(...scenarios.map(({ name }) => name.length))
  for (const { name, description } of scenarios) {
    console.log(`${name.padEnd(width)}  ${description}`)
  }
}

/** What to put into an app. Of an application that the developer brought, nothing is printed. */
function credentialsOf(application: Application): string {
  const { clientId, clientSecret, machine, managementToken } = application
  const lines = [
    'Credentials, all made up:',
    `  Connect and version 2   ${clientId}  ${clientSecret}`,
    ...(machine ? [`  version 3               ${machine.clientId}  ${machine.clientSecret}`] : []),
    ...(managementToken ? [`  management, webhooks    ${managementToken}`] : []),
    'Open the address to connect a car and to choose a scenario.',
  ]
  return lines.join('\n')
}

/** The host to listen on, if it is one that can be asked for: not all of the machine's at once. */
function ownName(host: string | undefined): readonly string[] {
  if (host === undefined || host === '0.0.0.0' || host === '::') return []
  return [host.includes(':') ? `[${host}]` : host]
}

async function start(values: Arguments): Promise<void> {
  const { scenario, state, applications, host } = values
  const hosts = [...(values['allowed-host'] ?? []), ...ownName(host)]
  const port = Number(values.port)
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
    throw new TypeError(
      `--port ${values.port} is not a port, so the simulator cannot listen there. Give a number from 0 to 65535.`,
    )
  }
  const snapshot = state === undefined ? undefined : readStateFile(state)
  const created = createSimulator({
    hosts,
    ...(scenario !== undefined && { scenario }),
    ...(applications !== undefined && { applications: readApplicationFile(applications) }),
    ...(snapshot !== undefined && { snapshot }),
  })
  const persistent = state === undefined ? undefined : persistState(created, state)
  let listening: SimulatorServer
  try {
    listening = await listen(persistent?.simulator ?? created, port, host)
  } catch (error) {
    throw new Error(portMessage(error, port), { cause: error })
  }
  if (host !== undefined && !ownName(host).some(name => isLoopback(hostnameOf(name) ?? ''))) {
    console.warn(
      `Warning: listening on ${host}, so others may reach the simulator. It protects nothing. It answers for ${['localhost', ...hosts].join(', ')}; --allowed-host adds a name.`,
    )
  }
  console.log(`Smartcar Connect simulator: ${listening.address}`)
  if (applications === undefined) console.log(credentialsOf(demoApplication))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      persistent?.flush()
      void listening.stop()
    })
  }
}
