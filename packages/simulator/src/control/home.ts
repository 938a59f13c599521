// GET /: the control page.

import type { SimulatorContext } from '../http/context.ts'
import { controlPage } from '../pages/control-page.ts'
import { scenarios } from '../scenarios/scenarios.ts'

/** Shows the control page with the newest hundred requests. */
export function showHome(c: SimulatorContext): Promise<Response> {
  const { state, basePath, applications, now } = c.env
  return controlPage({
    basePath,
    origin: c.get('url').origin,
    current: state.scenario,
    scenarios,
    nowIso: new Date(now()).toISOString(),
    clockMoved: state.clockOffsetMs !== 0,
    applications,
    journal: state.journal.slice(-100).reverse(),
  })
}
