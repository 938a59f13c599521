// The simulator's own endpoints below /__simulator, for tests and for the control page.
import type { Incoming } from './incoming.ts'
import { jsonResponse } from './json-response.ts'
import type { Simulation } from './simulation.ts'

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
