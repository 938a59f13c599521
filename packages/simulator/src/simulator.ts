// createSimulator: a stand-in for the provider as one function from Request to Response.

import { hostnameOf } from './http/allowed-host.ts'
import type { Simulation } from './http/context.ts'
import { emptyOutbox } from './memory/outbox.ts'
import { readSnapshot, type Snapshot, takeSnapshot } from './memory/snapshot.ts'
import { emptyState } from './memory/state.ts'
import { checkOptions, type SimulatorOptions } from './options.ts'
import { answer } from './routes.ts'
import { addConfiguredWebhooks } from './webhooks/configured-webhooks.ts'
import { settle } from './webhooks/settle.ts'
import { demoApplication } from './world/applications.ts'

/**
 * A running simulator. It holds no port and no global, and a timer only while a delivery of a
 * webhook waits for its next attempt.
 */
export type Simulator = {
  /**
   * Answers a request as the provider's hosts do: Connect pages, tokens, vehicle API. It takes what
   * the global `fetch` takes, and can stand in its place, but follows no redirect. The host is
   * this machine, one of the provider's or one of `hosts`; others are refused, for a foreign
   * page could reach the simulator under its own name. It rejects only for an address that is no
   * absolute one, or if the simulator itself has a fault.
   */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>
  /** Copies everything remembered, for the option `snapshot` of a later simulator. */
  readonly snapshot: () => Snapshot
  /**
   * Resolves when every delivery of a webhook that is due was answered or given up. What is due only
   * later, by the simulator's clock, is not waited for.
   */
  readonly settled: () => Promise<void>
}

/**
 * Makes a simulator of Smartcar Connect, its token endpoint and its vehicle API. Use it in a test
 * without a port, behind any server, or in a service worker. It makes no network call but to the receivers of
 * webhooks, which are on this machine or on one of `hosts`.
 *
 * @returns a simulator of its own, which shares nothing with others
 * @throws {TypeError} for an option that cannot work, naming it.
 * @example
 * const simulator = createSimulator({ scenario: 'coop' })
 * const response = await simulator.fetch(new Request('http://localhost:4010/oauth/authorize?…'))
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  checkOptions(options)
  const { now = Date.now, wait = timer, basePath = '', hosts = [] } = options
  // Looked up at each delivery, as tests replace the global.
  const deliver = options.deliver ?? (request => fetch(request))
  const state = options.snapshot ? readSnapshot(options.snapshot) : emptyState('happy')
  if (options.scenario !== undefined) state.scenario = options.scenario
  const simulation: Simulation = {
    applications: options.applications ?? [demoApplication],
    basePath,
    hosts: hosts.map(host => hostnameOf(host) ?? host),
    refreshGraceMs: options.refreshGraceMs ?? 600_000,
    state,
    now: () => now() + state.clockOffsetMs,
    wait,
    deliver,
    outbox: emptyOutbox(),
  }
  addConfiguredWebhooks(simulation)
  return {
    fetch: async (input, init) => answer(requestOf(input, init), simulation),
    snapshot: () => takeSnapshot(state),
    settled: () => settle(simulation),
  }
}

// A Request stays as it is: a server may hand over one of its own kind.
function requestOf(input: Request | URL | string, init: RequestInit | undefined): Request {
  const isRequest = typeof input === 'object' && !(input instanceof URL)
  return isRequest && init === undefined ? input : new Request(input, init)
}

function timer(durationMs: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, durationMs)
  })
}
