// The tokens of one connection and when each ends.

/**
 * What the provider gave for a code or a refresh token.
 *
 * Danger: these tokens read and control the car. Store them encrypted, and never send them to a
 * browser or a log.
 */
export type Tokens = {
  /** The bearer token for the vehicle API. */
  accessToken: string
  /** The token that gets the next pair. It changes with every refresh. */
  refreshToken: string
  /** When to stop using the access token: milliseconds since 1970, a minute before its real end. */
  accessExpiresAtMs: number
  /** When the person must connect again: milliseconds since 1970, a minute before the real end. */
  refreshExpiresAtMs: number
}

const marginMs = 60_000
const refreshLifetimeMs = 60 * 24 * 60 * 60 * 1000
const maxLifetimeSec = 24 * 60 * 60

/**
 * Turns an answer of the token endpoint into tokens, checking every field that is used.
 *
 * @param sentAtMs when the request was sent, so that a slow answer only shortens the lifetime.
 * @returns the tokens, or `undefined` when a field is missing, of another type or out of range.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-5.1
 */
export function tokensFrom(
  answer: Readonly<Record<string, unknown>>,
  sentAtMs: number,
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
    accessExpiresAtMs: sentAtMs + expires_in * 1000 - marginMs,
    refreshExpiresAtMs: sentAtMs + refreshLifetimeMs - marginMs,
  }
}
