// Keeps what the simulator remembers in a file, across restarts.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Simulator } from '../simulator.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Reads the kept state; `undefined` if there is no file yet.
 *
 * @throws Error with a plain message if the file cannot be read or is no such state.
 */
export function readStateFile(path: string): Snapshot | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(
      `The state file ${path} cannot be read, so the simulator cannot go on from it.`,
      {
        cause: error,
      },
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
export type KeptSimulator = {
  readonly simulator: Simulator
  /** Writes what is not written yet. */
  readonly flush: () => void
}

const writeAfterMs = 250

/** Wraps a simulator so that its state is kept. Only the owner of the file can read it. */
export function keepState(simulator: Simulator, path: string): KeptSimulator {
  let pending: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    if (pending === undefined) return
    clearTimeout(pending)
    pending = undefined
    // Written beside and moved over, so that a crash never leaves half a file.
    writeFileSync(`${path}.new`, JSON.stringify(simulator.snapshot()), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  return {
    simulator: {
      snapshot: simulator.snapshot,
      fetch: async request => {
        const response = await simulator.fetch(request)
        pending ??= setTimeout(flush, writeAfterMs)
        return response
      },
    },
    flush,
  }
}
