// GET /: the control page.
import type { Incoming } from './incoming.ts'
import { controlPage } from './pages/control-page.ts'
import { scenarios } from './scenarios.ts'
import type { Simulation } from './simulation.ts'

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
