// The tokens of one connection and when each ends.

/**
 * What the provider gave for a code or a refresh token.
 *
 * Danger: whoever holds these reads and controls the car. Store them encrypted, and never send
 * them to a browser or a log.
 */
export type Tokens = {
  accessToken: string
  refreshToken: string
  /** When to stop using the access token: milliseconds since 1970, a minute before its real end. */
  accessExpiresAtMs: number
  /** When the refresh token ends and the person must connect again: milliseconds since 1970. */
  refreshExpiresAtMs: number
}

const marginMs = 60_000
const refreshLifetimeMs = 60 * 24 * 60 * 60 * 1000
const maxLifetimeSec = 24 * 60 * 60

/**
 * Turns a token endpoint's answer into tokens, judging every field that is used.
 *
 * @param nowMs when the request was sent, so that a slow answer only shortens the life.
 * @returns the tokens, or `undefined` when a field is missing, of another type or out of range.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-5.1
 */
export function tokensFrom(
  answer: Readonly<Record<string, unknown>>,
  nowMs: number,
): Tokens | undefined {
  const { access_token, refresh_token, expires_in } = answer
  if (typeof access_token !== 'string' || access_token === '') return undefined
  if (typeof refresh_token !== 'string' || refresh_token === '') return undefined
  if (typeof expires_in !== 'number' || !(expires_in > 0 && expires_in <= maxLifetimeSec)) {
    return undefined
  }
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    accessExpiresAtMs: nowMs + expires_in * 1000 - marginMs,
    refreshExpiresAtMs: nowMs + refreshLifetimeMs - marginMs,
  }
}
