// GET /: the control page.
import type { Incoming } from '../http/incoming.ts'
import type { Simulation } from '../http/simulation.ts'
import { controlPage } from '../pages/control-page.ts'
import { scenarios } from '../scenarios/scenarios.ts'

/** Shows the control page with the newest hundred requests. */
export function showHome(simulation: Simulation, incoming: Incoming): Response {
  const { state, basePath, applications, now } = simulation
  return controlPage({
    basePath,
    origin: incoming.url.origin,
    current: state.scenario,
    scenarios,
    nowIso: new Date(now()).toISOString(),
    clockMoved: state.clockOffsetMs !== 0,
    applications,
    journal: state.journal.slice(-100).reverse(),
  })
}
