// Reads the key that makes a repeated post of one grant harmless.

/**
 * Returns the `Idempotency-Key` of a request if it has the form that the browser client sends.
 *
 * That form is 22 to 64 characters of base64url, so at least 128 bits: a shorter key could be the
 * key of another person.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')
  return key !== null && /^[A-Za-z0-9_-]{22,64}$/.test(key) ? key : undefined
}
