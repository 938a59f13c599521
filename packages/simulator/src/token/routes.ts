// The paths of the token endpoints.

import type { Hono } from 'hono'
import type { SimulatorEnv } from '../http/context.ts'
import { machineToken } from './machine-token.ts'
import { token } from './token.ts'
import { showTokenElsewhere } from './token-elsewhere.ts'

/** Adds the routes that give tokens, of both versions. */
export function addTokens(app: Hono<SimulatorEnv>): void {
  app.post('/oauth/token', token)
  app.post('/token-elsewhere', showTokenElsewhere)
  app.post('/oauth2/token', machineToken)
}
