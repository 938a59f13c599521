// Two server processes on one database: started, killed, and started again.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ClockMove, Listening, SoakPlan } from '../../../packages/server/test/soak-child.ts'

/** Both server processes. */
export type Backends = {
  /** The addresses of those that listen now. */
  readonly urls: () => readonly string[]
  /** The process ids of those that run now. */
  readonly pids: () => readonly number[]
  /** Ends a process by a signal, and starts it again after a while. */
  readonly end: (server: 0 | 1, signal: 'SIGKILL' | 'SIGTERM', afterMs: number) => Promise<void>
  /** Moves the clock of a process; it keeps its wrong clock when it is started again. */
  readonly setClock: (server: 0 | 1, offsetMs: number) => void
  /** Everything that the processes wrote, as long as it is not too much. */
  readonly output: () => string
  /** What happened that nobody planned. */
  readonly accidents: () => readonly string[]
  readonly stop: () => Promise<void>
}

type Backend = { child: ChildProcess; url: string | undefined; isWanted: boolean }

const keptCharacters = 5_000_000

const program = fileURLToPath(
  new URL('../../../packages/server/test/soak-child.ts', import.meta.url),
)

/** Starts both, and resolves when both listen. */
export async function startBackends(plan: SoakPlan): Promise<Backends> {
  const accidents: string[] = []
  const offsetsMs = [0, 0]
  let output = ''
  let isOver = false

  function start(server: 0 | 1): Backend {
    const child = fork(program, [JSON.stringify(plan)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const backend: Backend = { child, url: undefined, isWanted: true }
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-keptCharacters)
      })
    }
    child.once('message', (message: Listening) => {
      backend.url = message.url
      child.send({ offsetMs: offsetsMs[server] ?? 0 } satisfies ClockMove)
    })
    child.once('close', (code, signal) => {
      const wasListening = backend.url !== undefined
      backend.url = undefined
      if (isOver || !backend.isWanted) return
      const how = `${signal ?? `code ${code}`}. Its last lines: ${output.slice(-2_000).trim()}`
      // One that cannot start, on a full disk say, is started again, as a supervisor does.
      if (wasListening) accidents.push(`Server ${server} ended by itself with ${how}`)
      setTimeout(() => {
        // Unless a planned restart has put another one in its place meanwhile.
        if (!isOver && backends[server] === backend) backends[server] = start(server)
      }, 500)
    })
    return backend
  }

  const backends: [Backend, Backend] = [start(0), start(1)]
  function all(): readonly Backend[] {
    return backends
  }
  while (!all().every(({ url }) => url !== undefined)) {
    if (accidents.length > 0) throw new Error(accidents.join('\n'))
    await sleep(50)
  }
  return {
    urls: () => all().flatMap(({ url }) => (url === undefined ? [] : [url])),
    pids: () => all().flatMap(({ child: { pid } }) => (pid === undefined ? [] : [pid])),
    async end(server, signal, afterMs) {
      const backend = backends[server]
      backend.isWanted = false
      const { child } = backend
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal)
        await once(child, 'close')
      }
      await sleep(afterMs)
      if (!isOver) backends[server] = start(server)
    },
    setClock(server, offsetMs) {
      offsetsMs[server] = offsetMs
      const { child } = backends[server]
      if (child.connected) child.send({ offsetMs } satisfies ClockMove)
    },
    output: () => output,
    accidents: () => accidents,
    async stop() {
      isOver = true
      for (const { child } of all()) {
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGKILL')
          await once(child, 'close')
        }
      }
    },
  }
}
