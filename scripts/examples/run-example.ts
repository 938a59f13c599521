// One example from an empty folder to a connected car.

import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../service/free-port.ts'
import { connectThrough, type Workbench } from './connect-through.ts'
import { install } from './install.ts'
import { type Addresses, type Example, programs, variables } from './programs.ts'
import { runCommand } from './run-command.ts'
import { type StepTimes, timedSteps } from './timed-steps.ts'

/**
 * Copies an example, installs, builds and starts it, and connects a car.
 *
 * @throws {Error} that says which step failed and why
 */
export async function runExample(example: Example, workbench: Workbench): Promise<StepTimes> {
  const folder = mkdtempSync(join(tmpdir(), `example-${example.name}-`))
  const { times, step } = timedSteps(workbench.verbose)
  try {
    copyExample(example.name, folder)
    const ports = { simulator: await freePort(), page: await freePort(), api: await freePort() }
    await step('install', () => install(folder, workbench.registry))
    const scripts = scriptsOf(folder)
    if (scripts.build) await step('build', () => build(folder, ports))
    if (scripts.types) await step('types', () => runCommand(['npm', 'run', 'types'], folder, {}))
    const plans = programs(example, folder, ports)
    await step('connect', () =>
      connectThrough(plans, `http://localhost:${ports.page}/`, example.isRendered, workbench),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  return times
}

/** Copies what belongs to an example, and nothing that a run in its own folder has left there. */
function copyExample(name: string, folder: string): void {
  const source = resolve('apps/examples', name)
  const leftovers = /[/\\](node_modules|dist|build|\.next|\.react-router|.*\.db.*)$/
  cpSync(source, folder, { recursive: true, filter: path => !leftovers.test(path) })
}

function scriptsOf(folder: string): { readonly build?: string; readonly types?: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts
}

// Built as on a machine that has no secrets, and must leave no database behind.
async function build(folder: string, ports: Addresses): Promise<string> {
  const noSecrets = { SMARTCAR_CLIENT_SECRET: '', VAULT_SECRET: '' }
  const env = { ...variables(ports), ...noSecrets }
  const output = await runCommand(['npm', 'run', 'build'], folder, env)
  const databases = globSync('*.db*', { cwd: folder })
  if (databases.length > 0) throw new Error(`The build left ${databases.join(', ')} behind.`)
  return output
}
