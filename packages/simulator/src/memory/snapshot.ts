// Turns everything remembered into plain JSON and back.

import { emptyState, type State } from './state.ts'

/**
 * What a simulator remembers, as JSON: its clock, scenario and journal, the people on their way,
 * and everything that was granted. Give it to another simulator as the option `snapshot`. It holds
 * codes and tokens, which open nothing but a simulator.
 */
export type Snapshot = {
  /** Tells a snapshot from other JSON. */
  readonly format: 'smartcar-connect-simulator'
  /** The version of what is inside. A simulator reads its own version only. */
  readonly version: 2
  /** The inside. It may change with any release; only a simulator should read it. */
  readonly state: Readonly<Record<string, unknown>>
}

/** Makes a copy of the state. What happens afterwards does not change it. */
export function takeSnapshot(state: State): Snapshot {
  const plain = Object.entries(state).map(([name, value]): [string, unknown] => [
    name,
    value instanceof Map ? [...value] : value,
  ])
  return {
    format: 'smartcar-connect-simulator',
    version: 2,
    state: structuredClone(Object.fromEntries(plain)),
  }
}

/** Whether a value read from outside is a snapshot of this version. */
export function isSnapshot(value: Snapshot): boolean {
  return value?.format === 'smartcar-connect-simulator' && value.version === 2
}

/** Makes a state from a snapshot. What is missing in it, or of another type, is left empty. */
export function readSnapshot(snapshot: Snapshot): State {
  const empty = emptyState('happy')
  const filled = Object.entries(empty).map(([name, value]): [string, unknown] => {
    const kept = snapshot.state[name]
    if (value instanceof Map) return [name, new Map(isPairs(kept) ? structuredClone(kept) : [])]
    return [name, typeof kept === typeof value ? structuredClone(kept) : value]
  })
  return Object.fromEntries(filled) as State
}

function isPairs(value: unknown): value is [string, unknown][] {
  return Array.isArray(value) && value.every(pair => Array.isArray(pair) && pair.length === 2)
}
