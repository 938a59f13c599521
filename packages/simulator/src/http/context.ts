// What Hono hands to every handler: the running simulator, and the request with its body read.

import type { Context } from 'hono'
import type { Outbox } from '../memory/outbox.ts'
import type { State } from '../memory/state.ts'
import type { Application } from '../world/applications.ts'

/** A running simulator as its handlers see it. */
export type Simulation = {
  /** The applications that may use the simulator. */
  readonly applications: readonly Application[]
  /** The path in front of every address, without a slash at its end. */
  readonly basePath: string
  /** The names of hosts that it answers for beside this machine's own. */
  readonly hosts: readonly string[]
  /** Milliseconds that a replaced refresh token keeps working. */
  readonly refreshGraceMs: number
  /** Everything that is remembered. Handlers change it. */
  readonly state: State
  /** Milliseconds since 1970 by the simulator's own clock. */
  readonly now: () => number
  /** Waits in real time, whatever the simulator's clock says. The delays of scenarios use it. */
  readonly wait: (durationMs: number) => Promise<void>
  /** Sends a delivery of a webhook to its receiver. */
  readonly deliver: (request: Request) => Promise<Response>
  /** What is on its way to receivers now. */
  readonly outbox: Outbox
}

/** What Hono's context holds: `c.env` is the simulator, `c.get` reads the request. */
export type SimulatorEnv = {
  /** The running simulator, as `c.env`. */
  readonly Bindings: Simulation
  /**
   * What `readRequest` read of the request, for `c.get('url')` and `c.get('body')`. Hono also
   * offers `c.var`, which copies everything each time.
   */
  readonly Variables: {
    /** The whole address, as it was asked for. */
    readonly url: URL
    /** The body as text; empty for a request without one. */
    readonly body: string
  }
}

/** One request with the simulator that answers it. */
export type SimulatorContext = Context<SimulatorEnv>

/** Reads the body as form parameters. */
export function formOf(c: SimulatorContext): URLSearchParams {
  return new URLSearchParams(c.get('body'))
}
