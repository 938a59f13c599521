// One example from an empty folder to a connected car.

import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright'
import { freePort } from '../service/free-port.ts'
import { startService } from '../service/service.ts'
import { connectCar } from './connect-car.ts'
import { install } from './install.ts'
import { type Addresses, type Example, programs, variables } from './programs.ts'
import { runCommand } from './run-command.ts'

/** What all examples are run with. */
export type Workbench = {
  /** The registry that has our packages. */
  readonly registry: string
  readonly browser: Browser
  /** Whether the output of programs is shown. */
  readonly verbose: boolean
}

/** The seconds that each step took, by its name. */
export type StepTimes = Readonly<Record<string, number>>

/**
 * Copies an example, installs, builds and starts it, and connects a car.
 *
 * @throws {Error} that says which step failed and why
 */
export async function runExample(example: Example, workbench: Workbench): Promise<StepTimes> {
  const folder = mkdtempSync(join(tmpdir(), `example-${example.name}-`))
  const times: Record<string, number> = {}
  async function step(name: string, work: () => Promise<string | undefined>): Promise<void> {
    const started = performance.now()
    try {
      const output = await work()
      if (workbench.verbose && output) console.log(output)
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
    }
    times[name] = (performance.now() - started) / 1_000
  }
  try {
    copyExample(example.name, folder)
    const ports = { simulator: await freePort(), page: await freePort(), api: await freePort() }
    await step('install', () => install(folder, workbench.registry))
    const scripts = scriptsOf(folder)
    if (scripts.build) await step('build', () => build(folder, ports))
    if (scripts.types) await step('types', () => runCommand(['npm', 'run', 'types'], folder, {}))
    await step('connect', () => connect(example, folder, ports, workbench))
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

async function connect(
  example: Example,
  folder: string,
  ports: Addresses,
  { browser, verbose }: Workbench,
): Promise<undefined> {
  const services = programs(example, folder, ports).map(plan => startService(plan, verbose))
  const ended = Promise.race(services.map(({ ended }) => ended)).then(report => {
    throw new Error(report)
  })
  ended.catch(() => {})
  try {
    await Promise.race([Promise.all(services.map(({ ready }) => ready)), ended])
    const url = `http://localhost:${ports.page}/`
    if (example.isRendered) await containsButton(url)
    await Promise.race([connectCar(browser, url), ended])
  } finally {
    await Promise.all(services.map(({ stop }) => stop()))
  }
}

async function containsButton(url: string): Promise<void> {
  const html = await (await fetch(url)).text()
  if (/<button[^>]*>Connect your car<\/button>/.test(html)) return
  throw new Error(`The page comes from the server without its button:\n${html.slice(0, 2_000)}`)
}
