// Which faults happen when: a plan that follows from the seed.

import { seededChance } from './seeded.ts'

/** The database that both server processes share. */
export type Database = 'SQLite' | 'PostgreSQL'

/**
 * One kind of fault.
 *
 * - `kill`: a server process is killed (SIGKILL) and started again
 * - `restart`: a server process is asked to end (SIGTERM) and started again
 * - `database restart`: PostgreSQL crashes and is started again
 * - `disk full`: no process can write to a file of SQLite
 * - `no answer`: what browsers ask the servers reaches them, and the answers are lost
 * - `no network`: what browsers ask the servers does not reach them
 * - `provider away`: what servers ask the provider does not reach it
 * - `provider silent`: what servers ask the provider reaches it, and the answers are lost
 * - `provider slow`: the provider answers after several seconds
 * - `server clock`: the clock of one server process jumps
 * - `provider clock`: the clock of the provider jumps
 */
export type FaultKind =
  | 'kill'
  | 'restart'
  | 'database restart'
  | 'disk full'
  | 'no answer'
  | 'no network'
  | 'provider away'
  | 'provider silent'
  | 'provider slow'
  | 'server clock'
  | 'provider clock'

/** One fault at its time. */
export type Fault = {
  readonly kind: FaultKind
  /** When it begins, in milliseconds from the start. */
  readonly atMs: number
  /** How long it lasts. A jump of a clock is at once. */
  readonly durationMs: number
  /** Which server process, 0 or 1, where it is about one of them. */
  readonly server: 0 | 1
  /** How far a clock jumps. */
  readonly jumpMs: number
}

const likelihood: Readonly<Record<FaultKind, number>> = {
  kill: 5,
  restart: 3,
  'database restart': 4,
  'disk full': 4,
  'no answer': 4,
  'no network': 3,
  'provider away': 3,
  'provider silent': 3,
  'provider slow': 2,
  'server clock': 2,
  'provider clock': 1,
}

// Clocks that are set right jump by seconds or minutes; an hour is a wrong time zone.
const jumpsMs = [2_000, 45_000, 5 * 60_000, 20 * 60_000, 60 * 60_000]

/**
 * Plans the faults of a run. The last tenth of it is calm, so that every session can end.
 *
 * @param seed the same one gives the same plan
 * @param durationMs how long the run lasts
 * @param database which one is under test; each has a fault of its own
 */
export function planFaults(seed: number, durationMs: number, database: Database): readonly Fault[] {
  const chance = seededChance(seed)
  const weights = {
    ...likelihood,
    ...(database === 'SQLite' ? { 'database restart': 0 } : { 'disk full': 0 }),
  }
  const faults: Fault[] = []
  let atMs = chance.between(1_000, 4_000)
  while (atMs < durationMs * 0.9) {
    const kind = chance.pick(weights)
    const jump = jumpsMs[chance.between(0, jumpsMs.length - 1)] ?? 0
    faults.push({
      kind,
      atMs,
      durationMs: chance.between(300, 3_000),
      server: chance.between(0, 1) === 0 ? 0 : 1,
      jumpMs: chance.between(0, 1) === 0 ? jump : -jump,
    })
    atMs += chance.between(1_500, 8_000)
  }
  return faults
}
