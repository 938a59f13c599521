// The error documents of the token endpoints.

import { jsonResponse } from '../http/json-response.ts'

/** The error codes of a token endpoint. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export type TokenErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'

/** Answers with `{ error, error_description }`: 401 for the client, 400 for everything else. */
export function tokenError(error: TokenErrorCode, description: string): Response {
  const body = { error, error_description: description }
  if (error !== 'invalid_client') return jsonResponse(body, 400)
  return jsonResponse(body, 401, { 'WWW-Authenticate': 'Basic realm="simulator"' })
}

const clientProblems = {
  missing: 'The client id and secret are missing. Send them by HTTP Basic or in the body.',
  wrong: 'The client id or the client secret is wrong.',
  'live-secret':
    'This secret looks like a live one. The simulator never accepts those: use its made-up secret, and replace the live one if it was sent here by mistake.',
} as const

/** Answers a client whose credentials are missing or wrong. */
export function clientError(problem: 'missing' | 'both' | 'wrong' | 'live-secret'): Response {
  if (problem === 'both') {
    return tokenError('invalid_request', 'Credentials came by HTTP Basic and in the body. Use one.')
  }
  return tokenError('invalid_client', clientProblems[problem])
}
