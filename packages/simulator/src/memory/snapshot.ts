// Turns everything remembered into plain JSON and back.
import { emptyState, type State } from './state.ts'

/** What a simulator remembers, as JSON. Its inside may change; only a simulator should read it. */
export type Snapshot = {
  readonly format: 'smartcar-connect-simulator'
  readonly version: 1
  readonly state: Readonly<Record<string, unknown>>
}

/** Takes a copy of the state. */
export function takeSnapshot(state: State): Snapshot {
  const plain = Object.entries(state).map(([name, value]): [string, unknown] => [
    name,
    value instanceof Map ? [...value] : value,
  ])
  // A copy, so that what happens next does not change it.
  return {
    format: 'smartcar-connect-simulator',
    version: 1,
    state: structuredClone(Object.fromEntries(plain)),
  }
}

/** Makes a state from a snapshot. Throws a `TypeError` if it is none of this version. */
export function readSnapshot(snapshot: Snapshot): State {
  if (snapshot?.format !== 'smartcar-connect-simulator' || snapshot.version !== 1) {
    throw new TypeError(
      'The kept state is not one that this version of the simulator wrote, so it cannot go on from there. Start without it.',
    )
  }
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
