// POST /connect/return: the person goes back to the application.

import type { Incoming } from '../http/incoming.ts'
import type { Simulation } from '../http/simulation.ts'
import { withAttempt } from './attempt.ts'
import { finish } from './finish.ts'

/** Ends the flow with `user_manually_returned_to_application`. */
export function returnToApplication(
  simulation: Simulation,
  incoming: Incoming,
): Response | Promise<Response> {
  return withAttempt(simulation, incoming, ({ attempt }) =>
    finish(simulation, attempt, {
      kind: 'error',
      error: 'user_manually_returned_to_application',
    }),
  )
}
