// Keeps what the simulator remembers in a file, across restarts.

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Snapshot } from '../memory/snapshot.ts'
import type { Simulator } from '../simulator.ts'

/**
 * Reads the kept state; `undefined` if there is no file yet.
 *
 * @throws Error with a plain message if the file cannot be read or is not JSON.
 */
export function readStateFile(path: string): Snapshot | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(
      `The state file ${path} cannot be read, so the simulator cannot go on from it. Check that it is a file that you may read, or name another one.`,
      { cause: error },
    )
  }
  try {
    return JSON.parse(text) as Snapshot
  } catch (error) {
    throw new Error(
      `The state file ${path} is not JSON, so the simulator cannot go on from it. Move it away or name another one.`,
      { cause: error },
    )
  }
}

/** A simulator whose state is written to a file soon after each request. */
export type PersistentSimulator = {
  /** Behaves like the simulator that it was made of. */
  readonly simulator: Simulator
  /** Writes what is not written yet. Call it before the program ends. */
  readonly flush: () => void
}

const writeAfterMs = 250

/** Makes a simulator keep its state in a file, which only its owner can read. */
export function persistState(simulator: Simulator, path: string): PersistentSimulator {
  let pending: ReturnType<typeof setTimeout> | undefined
  function flush(): void {
    if (pending === undefined) return
    clearTimeout(pending)
    pending = undefined
    // Written beside and moved over, so that a crash never leaves half a file.
    writeFileSync(`${path}.new`, JSON.stringify(simulator.snapshot()), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  function writeSoon(): void {
    pending ??= setTimeout(flush, writeAfterMs)
  }
  return {
    simulator: {
      snapshot: simulator.snapshot,
      settled: simulator.settled,
      fetch: async request => {
        const response = await simulator.fetch(request)
        writeSoon()
        // What a receiver answers to a webhook comes later and is kept too.
        void simulator.settled().then(writeSoon)
        return response
      },
    },
    flush,
  }
}
