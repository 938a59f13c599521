// POST /oauth2/token: a machine gets a token by its own credentials (version 3).

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { remember } from '../memory/remember.ts'
import { randomId } from '../world/random-id.ts'
import { authenticateClient } from './client-authentication.ts'
import { clientError, tokenError } from './token-error.ts'
import { readTokenForm } from './token-form.ts'
import { machineLifetimeSeconds } from './token-rules.ts'

/**
 * Answers the token endpoint of version 3. The token reaches every user of the application and
 * cannot be refreshed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 */
export function machineToken(c: SimulatorContext): Response {
  const read = readTokenForm(c)
  if (!read.ok) return read.response
  const machines = c.env.applications.flatMap(({ clientId, machine }) =>
    machine === undefined ? [] : [{ ...machine, application: clientId }],
  )
  const authorization = c.req.header('Authorization')
  const found = authenticateClient(authorization, read.form, machines)
  if (!found.ok) return clientError(found.problem)
  const grantType = read.form.get('grant_type')
  if (grantType === undefined) return tokenError('invalid_request', 'grant_type is missing.')
  if (grantType !== 'client_credentials') {
    return tokenError('unsupported_grant_type', 'Use client_credentials.')
  }
  const accessToken = randomId()
  remember(c.env.state, 'machineTokens', accessToken, {
    clientId: found.client.application,
    expiresAtMs: c.env.now() + machineLifetimeSeconds * 1000,
  })
  return jsonResponse({
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: machineLifetimeSeconds,
  })
}
