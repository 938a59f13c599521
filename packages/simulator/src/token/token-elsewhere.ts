// POST /token-elsewhere: where the redirecting scenario leads a client that follows redirects.

import { jsonResponse } from '../http/json-response.ts'

/**
 * Answers like a token endpoint, with tokens that open nothing. A safe client never comes here:
 * the journal shows whether one did, and whether it brought its credentials along.
 */
export function showTokenElsewhere(): Response {
  return jsonResponse({
    access_token: 'worthless',
    token_type: 'Bearer',
    expires_in: 7200,
    refresh_token: 'worthless',
  })
}
