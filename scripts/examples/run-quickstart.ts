// The quickstart, followed to the letter in an empty folder; only its ports are those of this run.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from '../service/free-port.ts'
import type { ServicePlan } from '../service/service.ts'
import { connectThrough, type Workbench } from './connect-through.ts'
import { readPastedPage, withPorts } from './pasted-page.ts'
import { groupArgs, runCommand } from './run-command.ts'
import { type StepTimes, timedSteps } from './timed-steps.ts'

/**
 * Runs the commands of docs/quickstart.md, writes its files, starts its programs, and connects a car.
 *
 * @throws {Error} that says which step failed and why
 */
export async function runQuickstart(workbench: Workbench): Promise<StepTimes> {
  const { install, files, starts } = readPastedPage(readFileSync('docs/quickstart.md', 'utf8'))
  const empty = mkdtempSync(join(tmpdir(), 'example-quickstart-'))
  const { times, step } = timedSteps(workbench.verbose)
  try {
    await step('install', () => runScript(install, empty, workbench.registry))
    const folder = join(empty, readdirSync(empty)[0] ?? '')
    const [simulator, api, page] = [await freePort(), await freePort(), await freePort()]
    for (const [path, code] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      const ofThisRun = withPorts(code, { 4010: simulator, 3000: api, 5173: page })
      writeFileSync(join(folder, path), ofThisRun)
    }
    const ports = [simulator, api, page]
    const plans = starts.map((start, index) => plan(start, ports[index] ?? 0, folder))
    await step('connect', () =>
      connectThrough(plans, `http://localhost:${page}/`, false, workbench),
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

// A program whose port stands in no file of the page gets it on its command line.
function plan(start: string, port: number, folder: string): ServicePlan {
  const args = start.startsWith('npx ') ? ['--port', `${port}`] : []
  return {
    name: start,
    args: groupArgs([...start.split(' '), ...args]),
    folder,
    env: {},
    url: `http://localhost:${port}/`,
  }
}
