// POST /connect/return: the person goes back to the application.

import type { SimulatorContext } from '../http/context.ts'
import { withAttempt } from './attempt.ts'
import { redirectBack } from './redirect-back.ts'

/** Ends the attempt with `user_manually_returned_to_application`. */
export function returnToApplication(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt }) =>
    redirectBack(c, attempt, {
      kind: 'error',
      error: 'user_manually_returned_to_application',
    }),
  )
}
