// One recipe from an empty folder to a connected car.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { startPostgres } from '../../packages/server/test/start-postgres.ts'
import { groupArgs, runCommand } from '../examples/run-command.ts'
import { freePort } from '../service/free-port.ts'
import { type Service, type ServicePlan, startService } from '../service/service.ts'
import { connectOverHttp, refusesOthers, takesWebhook } from './connect-over-http.ts'
import { type Recipe, readRecipe } from './read-recipe.ts'
import type { RunRecipe } from './runtimes.ts'

const simulatorCommand = 'npx smartcar-connect-simulator'
// The simulator's, which `.env` on the first page has.
const managementToken = 'demo-management-token'
const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--prefer-offline']

function recipeOf(name: string): Recipe {
  return readRecipe(readFileSync(`docs/recipes/${name}.md`, 'utf8'))
}

/**
 * Writes the files of a recipe, runs its commands, and connects cars over HTTP.
 *
 * @param registry the registry that has our packages
 * @param verbose shows the output of programs
 * @throws {Error} that says which command or request failed
 */
export async function runRecipe(run: RunRecipe, registry: string, verbose: boolean): Promise<void> {
  const recipe = recipeOf(run.name)
  const folder = mkdtempSync(join(tmpdir(), `recipe-${run.name}-`))
  const postgres = run.postgres ? await startPostgres() : undefined
  try {
    const ports = { simulator: await freePort(), page: await freePort() }
    const origin = `http://localhost:${ports.page}`
    const variables = {
      SMARTCAR_SIMULATOR: `http://127.0.0.1:${ports.simulator}`,
      APP_ORIGIN: origin,
      ...(run.postgres && postgres && { [run.postgres]: withPassword(postgres.url) }),
    }
    writeFiles(folder, run, recipe, variables)
    const env = {
      ...variables,
      PORT: `${ports.page}`,
      PATH: [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      // A test tells nobody that it ran, and asks nobody a question.
      CI: '1',
      WRANGLER_SEND_METRICS: 'false',
      ASTRO_TELEMETRY_DISABLED: '1',
    }
    const output = await runCommands(installations(run, recipe, registry), folder, env)
    const others = recipe.commands.filter(
      words => words[1] !== 'install' && words.join(' ') !== simulatorCommand,
    )
    const check = run.check ? [run.check] : []
    const built = await runCommands([...check, ...others.slice(0, -1)], folder, env)
    if (verbose) console.log(output, built)
    const start = [...(others.at(-1) ?? []), ...(run.startArgs?.(ports.page) ?? [])]
    const simulator = [...simulatorCommand.split(' '), '--port', `${ports.simulator}`]
    const plans: ServicePlan[] = [
      plan(simulator, folder, env, ports.simulator),
      plan(start, folder, env, ports.page),
    ]
    await connect(
      plans.map(each => startService(each, verbose)),
      origin,
      run.isRendered ?? false,
    )
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function plan(
  command: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
  port: number,
): ServicePlan {
  const url = `http://localhost:${port}/`
  return { name: command.join(' '), args: groupArgs(command), folder, env, url }
}

function installations(run: RunRecipe, recipe: Recipe, registry: string): string[][] {
  const own = recipe.commands.filter(words => words[1] === 'install')
  const runtime = run.has.length > 0 ? [['npm', 'install', ...run.has]] : []
  return [...own, ...runtime].map(words => [...words, ...quiet, `--registry=${registry}`])
}

async function runCommands(
  commands: readonly (readonly string[])[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  let output = ''
  for (const command of commands) output += await runCommand(command, folder, env)
  return output
}

/** What every recipe has stands on the first page: it goes beside the backend, the variables to the top. */
function writeFiles(
  folder: string,
  run: RunRecipe,
  recipe: Recipe,
  variables: Readonly<Record<string, string>>,
): void {
  const backend = recipe.files.find(({ code }) => code.includes('createConnectBackend('))
  if (!backend) throw new Error('The recipe has no backend.')
  const shared = recipeOf('index').files.map(({ path, code }) =>
    path === '.env'
      ? { path, code: withValues(code, variables) }
      : { path: join(dirname(backend.path), path), code },
  )
  const manifest = { path: 'package.json', code: '{ "private": true, "type": "module" }' }
  const given = Object.entries(run.given ?? {}).map(([path, code]) => ({ path, code }))
  for (const { path, code } of [manifest, ...given, ...shared, ...recipe.files]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
}

// Hyperdrive wants one, also where the database asks for none.
function withPassword(address: string): string {
  const url = new URL(address)
  url.password = 'any'
  return url.href
}

function withValues(env: string, variables: Readonly<Record<string, string>>): string {
  return env.replace(/^(\w+)=(.*)$/gm, (_, name, value) => `${name}=${variables[name] ?? value}`)
}

async function connect(
  services: readonly Service[],
  origin: string,
  isRendered: boolean,
): Promise<void> {
  const ended = Promise.race(services.map(service => service.ended)).then(report => {
    throw new Error(report)
  })
  ended.catch(() => {})
  async function use(): Promise<void> {
    await Promise.all(services.map(({ ready }) => ready))
    if (isRendered) await containsButton(origin)
    await refusesOthers(origin)
    await takesWebhook(origin, managementToken)
    // Alone, then several at once: what one request has opened must serve the others.
    await connectOverHttp(origin)
    await Promise.all([1, 2, 3, 4].map(() => connectOverHttp(origin)))
  }
  try {
    await Promise.race([use(), ended])
  } finally {
    await Promise.all(services.map(({ stop }) => stop()))
  }
}

async function containsButton(origin: string): Promise<void> {
  const html = await (await fetch(origin)).text()
  if (/<button[^>]*>Connect your car<\/button>/.test(html)) return
  throw new Error(`The page comes from the server without its button:\n${html.slice(0, 2_000)}`)
}
