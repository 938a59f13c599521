// A quickstart, followed to the letter in an empty folder; only its ports are those of this run.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from '../service/free-port.ts'
import type { ServicePlan } from '../service/service.ts'
import { connectThrough, type Workbench } from './connect-through.ts'
import { readPastedPage, withPorts } from './pasted-page.ts'
import { groupArgs, runCommand } from './run-command.ts'
import { type StepTimes, timedSteps } from './timed-steps.ts'

/** A page that leads from an empty folder to a car. */
export type Quickstart = {
  /** Of its file in `docs`, without the extension. */
  readonly name: string
  /** Whether the first page comes from the server with the button in it. */
  readonly isRendered: boolean
}

/** Every quickstart in `docs`. */
export const quickstarts: readonly Quickstart[] = [
  { name: 'quickstart', isRendered: false },
  { name: 'quickstart-next', isRendered: true },
  { name: 'quickstart-react-router', isRendered: true },
]

/**
 * Runs the commands of a quickstart, writes its files, starts its programs, and connects a car.
 *
 * @throws {Error} that says which step failed and why
 */
export async function runQuickstart(
  { name, isRendered }: Quickstart,
  workbench: Workbench,
): Promise<StepTimes> {
  const { install, files, starts } = readPastedPage(readFileSync(`docs/${name}.md`, 'utf8'))
  const empty = mkdtempSync(join(tmpdir(), `example-${name}-`))
  const { times, step } = timedSteps(workbench.verbose)
  try {
    await step('install', () => runScript(install, empty, workbench.registry))
    const folder = join(empty, readdirSync(empty)[0] ?? '')
    const ports = await Promise.all(starts.map(freePort))
    const [simulator = 0, server = 0, page = server] = ports // two programs: the server has the page
    const ofThisRun = { 4010: simulator, 3000: server, 5173: page }
    for (const [path, code] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), withPorts(code, ofThisRun))
    }
    const plans = starts.map((start, index) =>
      plan(withPorts(start, ofThisRun), ports[index] ?? 0, folder),
    )
    await step('connect', () =>
      connectThrough(plans, `http://localhost:${page}/`, isRendered, workbench),
    )
  } finally {
    rmSync(empty, { recursive: true, force: true, maxRetries: 3 })
  }
  return times
}

function runScript(script: string, folder: string, registry: string): Promise<string> {
  const settings = { registry, audit: false, fund: false, update_notifier: false }
  const exports = Object.entries(settings).map(([name, value]) => `npm_config_${name}=${value}`)
  const text = `export ${exports.join(' ')}\n${script}`
  return runCommand(['sh', '-e', '-c', text], folder, {})
}

// A program whose port stands nowhere on the page gets it on its command line.
function plan(start: string, port: number, folder: string): ServicePlan {
  const isAnywhere = start.startsWith('npx ') && !start.includes(' --port ')
  const args = isAnywhere ? ['--port', `${port}`] : []
  return {
    name: start,
    args: groupArgs([...start.split(' '), ...args]),
    folder,
    env: { NEXT_TELEMETRY_DISABLED: '1' }, // a test tells nobody that it ran
    url: `http://localhost:${port}/`,
  }
}
