// POST /oauth/token: gives tokens for a code or a refresh token (version 2).

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import type { Grant } from '../memory/grant.ts'
import { remember } from '../memory/remember.ts'
import type { State } from '../memory/state.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import type { Application } from '../world/applications.ts'
import { randomUuid } from '../world/random-id.ts'
import { authenticateClient } from './client-authentication.ts'
import { clientError, tokenError } from './token-error.ts'
import { faultyTokens, type TokenAnswer } from './token-fault.ts'
import { readTokenForm } from './token-form.ts'
import { accessLifetimeSeconds, decideCode, mayRefresh, refreshLifetimeMs } from './token-rules.ts'

/** Answers the token endpoint of version 2. */
export function token(c: SimulatorContext): Response | Promise<Response> {
  const read = readTokenForm(c)
  if (!read.ok) return read.response
  const { form } = read
  const authorization = c.req.header('Authorization')
  const found = authenticateClient(authorization, form, c.env.applications)
  if (!found.ok) return clientError(found.problem)

  const grantType = form.get('grant_type')
  if (grantType === 'authorization_code') return redeemCode(c, form, found.client)
  if (grantType === 'refresh_token') return refresh(c, form, found.client)
  if (grantType === undefined) return tokenError('invalid_request', 'grant_type is missing.')
  return tokenError('unsupported_grant_type', 'Use authorization_code or refresh_token.')
}

function redeemCode(
  c: SimulatorContext,
  form: ReadonlyMap<string, string>,
  { clientId }: Application,
): Response | Promise<Response> {
  const { state } = c.env
  const code = form.get('code')
  if (code === undefined) return tokenError('invalid_request', 'code is missing.')
  const record = state.codes.get(code)
  const redirectUri = form.get('redirect_uri')
  const decision = decideCode(record, clientId, redirectUri, c.env.now())
  if (!decision.ok && decision.revoke && record !== undefined) state.grants.delete(record.grantId)
  // The provider's sentences repeat what was sent, and SDKs compare them. They tell an expired or
  // used code from an unknown one no more than the provider does.
  if (!decision.ok && decision.wrong === 'redirect-uri') {
    if (redirectUri === undefined) return tokenError('invalid_request', 'redirect_uri is missing.')
    return tokenError('invalid_grant', `Unauthorized redirect_uri: ${redirectUri}`)
  }
  // The user may have been removed since, or the grant revoked.
  if (!decision.ok || record === undefined || !state.grants.has(record.grantId)) {
    return tokenError('invalid_request', `Invalid code: ${code}.`)
  }
  record.used = true
  return issue(c, record.grantId, clientId)
}

function refresh(
  c: SimulatorContext,
  form: ReadonlyMap<string, string>,
  { clientId }: Application,
): Response | Promise<Response> {
  const { state, refreshGraceMs } = c.env
  const given = form.get('refresh_token')
  if (given === undefined) return tokenError('invalid_request', 'refresh_token is missing.')
  const record = state.refreshTokens.get(given)
  const nowMs = c.env.now()
  const mayUse = mayRefresh(record, clientId, nowMs, refreshGraceMs)
  if (!mayUse || record === undefined || !state.grants.has(record.grantId)) {
    return tokenError('invalid_request', `Invalid refresh_token: ${given}.`)
  }
  record.replacedAtMs ??= nowMs
  return issue(c, record.grantId, clientId)
}

function issue(
  c: SimulatorContext,
  grantId: string,
  clientId: string,
): Response | Promise<Response> {
  const { state } = c.env
  const nowMs = c.env.now()
  const answer: TokenAnswer = {
    access_token: randomUuid(),
    token_type: 'Bearer',
    expires_in: accessLifetimeSeconds,
    refresh_token: randomUuid(),
  }
  remember(state, 'accessTokens', answer.access_token, {
    grantId,
    expiresAtMs: nowMs + accessLifetimeSeconds * 1000,
  })
  remember(state, 'refreshTokens', answer.refresh_token, {
    grantId,
    clientId,
    expiresAtMs: nowMs + refreshLifetimeMs,
  })
  const grant = state.grants.get(grantId)
  const fault = scenarioOf(grant?.scenario ?? 'happy', state.scenario).token
  if (fault === undefined) return jsonResponse(answer)
  if (fault === 'make-refused') return refuseMakes(state, grant)
  return faultyTokens(c, answer, fault)
}

/** What the provider says of makes that an application may not have. The status is approximate. */
function refuseMakes({ vehicles }: State, grant: Grant | undefined): Response {
  const makes = grant?.vehicleIds.map(id => vehicles.get(id)?.brandId ?? '') ?? []
  const names = [...new Set(makes)].join(', ')
  return tokenError(
    'unauthorized_client',
    `Application not authorized to requested make(s): ${names}`,
  )
}
