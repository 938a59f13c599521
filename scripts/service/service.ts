// One long-running child process: start it, wait until it answers, stop it.

import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** What to start with Node, and where it will answer. */
export type ServicePlan = {
  /** For messages, as the start of a sentence: `The simulator`. */
  readonly name: string
  /** A script and its arguments. */
  readonly args: readonly string[]
  /** The folder that it runs in. */
  readonly folder: string
  /** Added to this process's own variables. */
  readonly env: Readonly<Record<string, string>>
  /** Answers anything but a server error once the service is ready. */
  readonly url: string
}

/** A started service; it also ends by itself when this process is gone, even if that was killed. */
export type Service = {
  /** Resolves once `url` answers, rejects after a minute; stays pending if the process ends first. */
  readonly ready: Promise<void>
  /** Resolves when the process has ended, with how it ended and its last lines. */
  readonly ended: Promise<string>
  /** Asks the process to end, insists after three seconds, and resolves when it is gone. */
  readonly stop: () => Promise<void>
}

const readyDeadlineMs = 60_000
const politeStopMs = 3_000
const keptCharacters = 4_000

/**
 * Starts a service. Its output stays hidden, except for the last lines when it ends.
 *
 * @param verbose writes the output to this process's own as well
 */
export function startService(plan: ServicePlan, verbose: boolean): Service {
  const endWithParent = ['--import', import.meta.resolve('./end-with-parent.ts')]
  const child = spawn(process.execPath, [...endWithParent, ...plan.args], {
    cwd: plan.folder,
    env: { ...process.env, ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = endOf(child, plan.name, verbose)
  const gone = new AbortController()
  void ended.then(() => gone.abort())

  async function stop(): Promise<void> {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), politeStopMs)
    await ended
    clearTimeout(force)
  }

  return { ready: answers(plan, gone.signal), ended, stop }
}

function endOf(child: ChildProcess, name: string, verbose: boolean): Promise<string> {
  let lastOutput = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lastOutput = (lastOutput + text).slice(-keptCharacters)
      if (verbose) process.stdout.write(text)
    })
  }
  return new Promise(resolve => {
    child.once('error', error => resolve(`${name} could not be started: ${error.message}`))
    child.once('close', (code, signal) => {
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`
      resolve(`${name} ${how}. Its last lines:\n${lastOutput.trimEnd() || '(it wrote nothing)'}`)
    })
  })
}

async function answers({ name, url }: ServicePlan, gone: AbortSignal): Promise<void> {
  const deadline = Date.now() + readyDeadlineMs
  while (!gone.aborted && Date.now() < deadline) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    await response?.body?.cancel()
    if (response && response.status < 500) return
    await sleep(100)
  }
  if (gone.aborted) return new Promise(() => {})
  throw new Error(`${name} did not answer at ${url} within a minute. Try again with --verbose.`)
}
