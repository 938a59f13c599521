// Does the next step of an attempt, after a form was sent.

import type { SimulatorContext } from '../http/context.ts'
import type { Attempt } from '../memory/attempt.ts'
import { approvedVehicles } from './approval.ts'
import { grantAccess } from './grant.ts'
import { nextStep } from './next-step.ts'
import { reauthenticate } from './reauthenticate.ts'
import { redirectBack } from './redirect-back.ts'
import { seePage } from './see-page.ts'

/** Shows the next page, or ends the attempt. Only for POST, since the end may grant access. */
export async function proceed(c: SimulatorContext, attempt: Attempt): Promise<Response> {
  const approved = approvedVehicles(c.env.state, attempt)
  const step = nextStep(attempt, approved.length > 0)
  switch (step.kind) {
    case 'page':
      return seePage(c, attempt, step.page)
    case 'error':
      return redirectBack(c, attempt, step)
    case 'reauthenticate':
      return reauthenticate(c, attempt)
    case 'grant': {
      const names = attempt.request.permissions.map(({ name }) => name)
      return grantAccess(c, attempt, approved, names)
    }
  }
}
