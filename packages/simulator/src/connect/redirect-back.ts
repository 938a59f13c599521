// Ends an attempt: sends the person back to the application.

import type { SimulatorContext } from '../http/context.ts'
import { seeOther } from '../http/see-other.ts'
import type { Attempt } from '../memory/attempt.ts'
import { remember } from '../memory/remember.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import { randomId } from '../world/random-id.ts'
import { applyRedirectFault } from './redirect-fault.ts'
import { type Ending, redirectLocation, redirectParameters } from './redirect-parameters.ts'
import { flagsOf, lookOf } from './request/flags.ts'
import { sendAtHop } from './send-at-hop.ts'

/** Sends the person back with an ending. The attempt is over: its pages no longer open. */
export function redirectBack(
  c: SimulatorContext,
  attempt: Attempt,
  ending: Ending,
): Promise<Response> {
  const { state, basePath } = c.env
  const { request, id, origin } = attempt
  const flags = flagsOf(request)
  state.attempts.delete(id)
  if (flags !== '') remember(state, 'endedLooks', id, lookOf(flags))
  const fault = scenarioNamed(request.scenario).redirect
  const parameters = applyRedirectFault(redirectParameters(ending, request), fault, randomId())
  const hostedRedirectUri = `${origin}${basePath}/v2/redirect`
  const location = redirectLocation(request, parameters, hostedRedirectUri)
  return sendAtHop(c, attempt, 'return', seeOther(location))
}
