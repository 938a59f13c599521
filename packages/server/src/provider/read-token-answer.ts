// Reads the answer of a token endpoint, or finds out why there are no tokens.

import { ProviderError, type ProviderErrorCode } from './provider-error.ts'
import { readRefusedBody, refusedAnswer } from './refused-answer.ts'

/**
 * Says what a refusal means.
 *
 * The provider calls a dead code or refresh token `invalid_request`, in words of its own. Any other
 * `invalid_request` is a mistake of ours: it says nothing about the grant, so it must not end one.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-5.2
 */
function meaningOf(status: number, error: string | undefined, words: string): ProviderErrorCode {
  const isRefusal = status === 400 || status === 401
  if (isRefusal && error === 'invalid_grant') return 'grant_refused'
  const isDead = /^invalid (code|refresh[_ ]?token)\b/i.test(words)
  if (status === 400 && error === 'invalid_request' && isDead) return 'grant_refused'
  const isClient = error === 'invalid_client' || error === 'unauthorized_client'
  return status === 401 || (isRefusal && isClient) ? 'client_refused' : 'broken'
}

/**
 * Returns the fields of a successful answer.
 *
 * @throws {ProviderError} for every other answer.
 */
export async function readTokenAnswer(
  url: URL,
  response: Response,
): Promise<Readonly<Record<string, unknown>>> {
  if (response.status !== 200) {
    const body = await readRefusedBody(response)
    const code = meaningOf(response.status, body.errorCode, body.description)
    throw refusedAnswer(code, 'the token endpoint', url.host, response, body)
  }
  const answer: unknown = await response.json().catch(() => undefined)
  if (typeof answer === 'object' && answer !== null) return { ...answer }
  throw new ProviderError('broken', 'The answer of the token endpoint is not a JSON object.', {
    host: url.host,
    status: 200,
  })
}

/** Makes the error for a successful answer whose field cannot be used. */
export function unusableField(url: URL, field: string): ProviderError {
  return new ProviderError(
    'broken',
    `The answer of the token endpoint has no usable ${field}, so it gives no tokens.`,
    { host: url.host, status: 200 },
  )
}
