// What an access token of version 2 opens.

import type { SimulatorContext } from '../http/context.ts'
import type { Grant } from '../memory/grant.ts'
import { bearerToken } from './bearer-token.ts'
import { testGrant, testToken } from './test-vehicle.ts'

/** The grant of the bearer token, if there is one that is valid. */
export function grantOfToken(c: SimulatorContext): Grant | undefined {
  const { state, now } = c.env
  const token = bearerToken(c) ?? ''
  if (token === testToken) return testGrant
  const record = state.accessTokens.get(token)
  if (record === undefined || now() >= record.expiresAtMs) return undefined
  return state.grants.get(record.grantId)
}
