// The token of a call.

import type { SimulatorContext } from '../http/context.ts'

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(c: SimulatorContext): string | undefined {
  return /^Bearer ([^\s]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
}
