// Sends an answer with what the scenario changes about it.

import type { SimulatorContext } from '../http/context.ts'
import type { Attempt } from '../memory/attempt.ts'
import type { Hop } from '../scenarios/scenario.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'

/** Applies the scenario's header and delay to the answer of this hop. */
export async function sendAtHop(
  c: SimulatorContext,
  attempt: Attempt,
  hop: Hop,
  answer: Response | Promise<Response>,
): Promise<Response> {
  const response = await answer
  const { openerPolicy, pageDelayMs } = scenarioNamed(attempt.request.scenario)
  const policy = openerPolicy?.[hop]
  if (policy !== undefined) response.headers.set('Cross-Origin-Opener-Policy', policy)
  if (pageDelayMs !== undefined) await c.env.wait(pageDelayMs)
  return response
}
