// Carries out the plan of faults.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Backends } from './backends.ts'
import { limitDisk, type RunningDatabase } from './databases.ts'
import type { Fault, FaultKind } from './fault-plan.ts'
import type { Front } from './front.ts'
import type { Provider } from './provider.ts'

/** What can be broken. */
export type World = {
  readonly front: Front
  readonly provider: Provider
  readonly backends: Backends
  readonly database: RunningDatabase
}

/** How often each kind of fault was carried out. */
export type FaultCounts = Partial<Record<FaultKind, number>>

/**
 * Runs all faults at their times; several may be on at once.
 *
 * @returns how often each kind happened; those that this machine cannot do are left out
 */
export async function runFaults(world: World, faults: readonly Fault[]): Promise<FaultCounts> {
  const startedMs = Date.now()
  const counts: FaultCounts = {}
  await Promise.all(
    faults.map(async fault => {
      await sleep(Math.max(0, startedMs + fault.atMs - Date.now()))
      const isDone = await runFault(world, fault)
      if (isDone) counts[fault.kind] = (counts[fault.kind] ?? 0) + 1
    }),
  )
  return counts
}

async function runFault(world: World, fault: Fault): Promise<boolean> {
  const { front, provider, backends, database } = world
  const { kind, durationMs, server, jumpMs } = fault
  switch (kind) {
    case 'kill':
      await backends.end(server, 'SIGKILL', durationMs)
      return true
    case 'restart':
      await backends.end(server, 'SIGTERM', durationMs)
      return true
    case 'database restart':
      await database.restart()
      return true
    case 'disk full': {
      const full = backends.pids().filter(pid => limitDisk(pid, true))
      await sleep(durationMs)
      for (const pid of full) limitDisk(pid, false)
      return full.length > 0
    }
    case 'no answer':
    case 'no network':
      front.setNetwork(kind === 'no network' ? 'cut' : 'deaf')
      await sleep(durationMs)
      front.setNetwork('good')
      return true
    case 'provider away':
    case 'provider silent':
    case 'provider slow':
      provider.setLink(links[kind])
      await sleep(durationMs)
      provider.setLink('good')
      return true
    case 'server clock':
      backends.setClock(server, jumpMs)
      return true
    case 'provider clock':
      provider.setClock(jumpMs)
      return true
  }
}

const links = {
  'provider away': 'away',
  'provider silent': 'silent',
  'provider slow': 'slow',
} as const
