// POST /connect/return: the person goes back to the application.

import type { SimulatorContext } from '../http/context.ts'
import { withAttempt } from './attempt.ts'
import { finish } from './finish.ts'

/** Ends the flow with `user_manually_returned_to_application`. */
export function returnToApplication(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt }) =>
    finish(c, attempt, {
      kind: 'error',
      error: 'user_manually_returned_to_application',
    }),
  )
}
