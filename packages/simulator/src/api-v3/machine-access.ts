// Which application calls version 3.

import { bearerToken } from '../api/bearer-token.ts'
import { applicationLimit } from '../api/limits.ts'
import type { SimulatorContext } from '../http/context.ts'
import { errorV3 } from './error.ts'

/** The application that calls, or the error answer to a caller that is not served. */
export type MachineAccess =
  | { readonly ok: true; readonly clientId: string }
  | { readonly ok: false; readonly response: Response }

/** Finds the application of a machine's token, and counts the call against its limit. */
export function findMachineAccess(c: SimulatorContext): MachineAccess {
  const record = c.env.state.machineTokens.get(bearerToken(c) ?? '')
  if (record === undefined || c.env.now() >= record.expiresAtMs) {
    const description = 'The application’s access token is missing, wrong or expired.'
    return { ok: false, response: errorV3({ type: 'AUTHENTICATION', description }) }
  }
  const limit = applicationLimit(c.env, record.clientId)
  if (limit !== undefined) return { ok: false, response: errorV3(limit) }
  return { ok: true, clientId: record.clientId }
}
