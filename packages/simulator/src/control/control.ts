// The simulator's own endpoints below /__simulator, for tests and for the control page.

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { seeOther } from '../http/see-other.ts'
import { readClockMove } from '../memory/clock.ts'
import { emptyState } from '../memory/state.ts'
import { findScenario, scenarios, unknownScenarioMessage } from '../scenarios/scenarios.ts'

/**
 * GET /__simulator/journal: `{ total, entries }`, oldest first. `?path=` and `?method=` narrow it,
 * so that a test can count the calls of an endpoint.
 */
export function showJournal(c: SimulatorContext): Response {
  const { state } = c.env
  const path = c.get('url').searchParams.get('path')
  const method = c.get('url').searchParams.get('method')
  const entries = state.journal.filter(
    entry => (path === null || entry.path === path) && (method === null || entry.method === method),
  )
  return jsonResponse({ total: state.journalTotal, entries })
}

/** DELETE /__simulator/journal: forgets the entries; the numbering goes on. */
export function clearJournal(c: SimulatorContext): Response {
  c.env.state.journal = []
  return new Response(null, { status: 204 })
}

/** GET /__simulator/clock: `{ now, offsetMs }`. */
export function showClock(c: SimulatorContext): Response {
  const { state, now } = c.env
  return jsonResponse({ now: new Date(now()).toISOString(), offsetMs: state.clockOffsetMs })
}

/** POST /__simulator/clock: `{ "advanceMs": 600000 }`, `{ "now": "2030-01-01T00:00:00Z" }` or `{ "reset": true }`. */
export function moveClock(c: SimulatorContext): Response {
  const { state, now } = c.env
  const move = readClockMove(readFields(c), now(), state.clockOffsetMs)
  if (!move.ok) return jsonResponse({ error: move.problem }, 400)
  state.clockOffsetMs = move.offsetMs
  return done(c, showClock(c))
}

/** GET /__simulator/scenarios: the current one and all of them. */
export function showScenarios(c: SimulatorContext): Response {
  return jsonResponse({ current: c.env.state.scenario, scenarios })
}

/** POST /__simulator/scenario: `{ "name": "coop" }` for the requests that name none. */
export function chooseScenario(c: SimulatorContext): Response {
  const name = String(readFields(c).name ?? '')
  if (findScenario(name) === undefined) {
    return jsonResponse({ error: unknownScenarioMessage(name) }, 400)
  }
  c.env.state.scenario = name
  return done(c, showScenarios(c))
}

/** POST /__simulator/reset: forgets everything, moves the clock back, keeps the scenario. */
export function reset(c: SimulatorContext): Response {
  const { state } = c.env
  Object.assign(state, emptyState(state.scenario))
  return done(c, new Response(null, { status: 204 }))
}

function isForm(c: SimulatorContext): boolean {
  return c.req.header('Content-Type')?.startsWith('application/x-www-form') ?? false
}

function readFields(c: SimulatorContext): Readonly<Record<string, unknown>> {
  if (isForm(c)) return Object.fromEntries(new URLSearchParams(c.get('body')))
  try {
    const read: unknown = JSON.parse(c.get('body'))
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

/** Leads a form of the control page back to it; a test gets the answer itself. */
function done(c: SimulatorContext, response: Response): Response {
  return isForm(c) ? seeOther(`${c.env.basePath}/`) : response
}
