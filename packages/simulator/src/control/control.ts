// The simulator's own endpoints below /__simulator, for tests and for the control page.

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { textOf } from '../http/text-of.ts'
import { readClockMove } from '../memory/clock.ts'
import { emptyState } from '../memory/state.ts'
import { findScenario, scenarios, unknownScenarioMessage } from '../scenarios/scenarios.ts'
import { addConfiguredWebhooks } from '../webhooks/configured-webhooks.ts'
import { settle } from '../webhooks/settle.ts'
import { done, readFields } from './fields.ts'

/**
 * GET /__simulator/about: `{ program }`, which pages of any origin may read, so that a page can find out
 * whether a simulator is where its options say. It tells nothing else.
 */
export function showProgram(): Response {
  const program = 'smartcar-connect-simulator'
  return jsonResponse({ program }, 200, { 'Access-Control-Allow-Origin': '*' })
}

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

/**
 * POST /__simulator/clock: `{ "advanceMs": 600000 }`, `{ "now": "2030-01-01T00:00:00Z" }` or
 * `{ "reset": true }`. It answers when the deliveries of webhooks that are due then were answered or
 * given up.
 */
export async function moveClock(c: SimulatorContext): Promise<Response> {
  const { state, now } = c.env
  const move = readClockMove(readFields(c), now(), state.clockOffsetMs)
  if (!move.ok) return jsonResponse({ error: move.problem }, 400)
  state.clockOffsetMs = move.offsetMs
  await settle(c.env)
  return done(c, showClock(c))
}

/** GET /__simulator/scenarios: the current one and all of them. */
export function showScenarios(c: SimulatorContext): Response {
  return jsonResponse({ current: c.env.state.scenario, scenarios })
}

/** POST /__simulator/scenario: `{ "name": "coop" }` for the requests that name none. */
export function chooseScenario(c: SimulatorContext): Response {
  const name = textOf(readFields(c).name ?? '')
  if (findScenario(name) === undefined) {
    return jsonResponse({ error: unknownScenarioMessage(name) }, 400)
  }
  c.env.state.scenario = name
  return done(c, showScenarios(c))
}

/**
 * POST /__simulator/reset: forgets everything, moves the clock back, keeps the scenario, and makes
 * the webhooks of the options anew.
 */
export function reset(c: SimulatorContext): Response {
  const { state } = c.env
  Object.assign(state, emptyState(state.scenario))
  addConfiguredWebhooks(c.env)
  return done(c, new Response(null, { status: 204 }))
}
