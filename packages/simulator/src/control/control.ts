// The simulator's own endpoints below /__simulator, for tests and for the control page.
import { seeOther } from '../connect/attempt.ts'
import type { Incoming } from '../http/incoming.ts'
import { jsonResponse } from '../http/json-response.ts'
import type { Simulation } from '../http/simulation.ts'
import { readClockMove } from '../memory/clock.ts'
import { emptyState } from '../memory/state.ts'
import { findScenario, scenarios, unknownScenarioMessage } from '../scenarios/scenarios.ts'

/**
 * GET /__simulator/journal: `{ total, entries }`, oldest first. `?path=` and `?method=` narrow it,
 * so that a test can count the calls of an endpoint.
 */
export function showJournal({ state }: Simulation, incoming: Incoming): Response {
  const path = incoming.url.searchParams.get('path')
  const method = incoming.url.searchParams.get('method')
  const entries = state.journal.filter(
    entry => (path === null || entry.path === path) && (method === null || entry.method === method),
  )
  return jsonResponse({ total: state.journalTotal, entries })
}

/** DELETE /__simulator/journal: forgets the entries; the numbering goes on. */
export function clearJournal({ state }: Simulation): Response {
  state.journal = []
  return new Response(null, { status: 204 })
}

/** GET /__simulator/clock: `{ now, offsetMs }`. */
export function showClock({ state, now }: Simulation): Response {
  return jsonResponse({ now: new Date(now()).toISOString(), offsetMs: state.clockOffsetMs })
}

/** POST /__simulator/clock: `{ "advanceMs": 600000 }`, `{ "now": "2030-01-01T00:00:00Z" }` or `{ "reset": true }`. */
export function moveClock(simulation: Simulation, incoming: Incoming): Response {
  const { state, now } = simulation
  const move = readClockMove(readFields(incoming), now(), state.clockOffsetMs)
  if (!move.ok) return jsonResponse({ error: move.problem }, 400)
  state.clockOffsetMs = move.offsetMs
  return done(simulation, incoming, showClock(simulation))
}

/** GET /__simulator/scenarios: the current one and all of them. */
export function showScenarios({ state }: Simulation): Response {
  return jsonResponse({ current: state.scenario, scenarios })
}

/** POST /__simulator/scenario: `{ "name": "coop" }` for the requests that name none. */
export function chooseScenario(simulation: Simulation, incoming: Incoming): Response {
  const name = String(readFields(incoming).name ?? '')
  if (findScenario(name) === undefined) {
    return jsonResponse({ error: unknownScenarioMessage(name) }, 400)
  }
  simulation.state.scenario = name
  return done(simulation, incoming, showScenarios(simulation))
}

/** POST /__simulator/reset: forgets everything, moves the clock back, keeps the scenario. */
export function reset(simulation: Simulation, incoming: Incoming): Response {
  const { state } = simulation
  Object.assign(state, emptyState(state.scenario))
  return done(simulation, incoming, new Response(null, { status: 204 }))
}

function isForm(incoming: Incoming): boolean {
  return incoming.headers.get('Content-Type')?.startsWith('application/x-www-form') ?? false
}

function readFields(incoming: Incoming): Readonly<Record<string, unknown>> {
  if (isForm(incoming)) return Object.fromEntries(new URLSearchParams(incoming.body))
  try {
    const read: unknown = JSON.parse(incoming.body)
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

/** A form of the control page goes back there; a test gets the answer itself. */
function done({ basePath }: Simulation, incoming: Incoming, response: Response): Response {
  return isForm(incoming) ? seeOther(`${basePath}/`) : response
}
