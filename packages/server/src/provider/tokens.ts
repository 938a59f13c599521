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
const accessLifetimeSec = 2 * 60 * 60

/**
 * Says whether a text can be a token: visible characters only. A line break in one could add a
 * header to every request that carries it.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc6749#appendix-A.12
 */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

/**
 * Reads `expires_in`, in seconds: never more than the documented lifetime, which also counts where
 * the field is missing. A token whose lifetime cannot be read counts as due at once.
 *
 * @param documentedSec the lifetime that the provider documents.
 */
export function lifetimeSec(expiresIn: unknown, documentedSec: number): number {
  if (expiresIn === undefined || expiresIn === null) return documentedSec
  const isNumeric = typeof expiresIn === 'string' && /^\d+(\.\d+)?$/.test(expiresIn)
  const seconds = isNumeric || typeof expiresIn === 'number' ? Number(expiresIn) : 0
  return seconds > 0 ? Math.min(seconds, documentedSec) : 0
}

/** The tokens, or the field that makes the answer unusable. */
export type ReadTokens = { ok: true; tokens: Tokens } | { ok: false; field: string }

/**
 * Turns an answer of the token endpoint into tokens, checking every field that is used. Other fields
 * are ignored, whatever they are: a grant must not be lost because of them.
 *
 * @param sentAtMs when the request was sent, so that a slow answer only shortens the lifetime.
 * @param former the refresh token that was sent. It stays where the answer has none.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-5.1
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-6
 */
export function tokensFrom(
  answer: Readonly<Record<string, unknown>>,
  sentAtMs: number,
  former?: string | undefined,
): ReadTokens {
  const { access_token, expires_in } = answer
  // An empty field says no more than a missing one.
  const token_type = answer.token_type || 'Bearer'
  const refresh_token = answer.refresh_token || former
  if (!isToken(access_token)) return { ok: false, field: 'access_token' }
  if (!isToken(refresh_token)) return { ok: false, field: 'refresh_token' }
  if (typeof token_type !== 'string' || token_type.toLowerCase() !== 'bearer') {
    return { ok: false, field: 'token_type' }
  }
  const lifetimeMs = Math.floor(lifetimeSec(expires_in, accessLifetimeSec) * 1000)
  return {
    ok: true,
    tokens: {
      accessToken: access_token,
      refreshToken: refresh_token,
      accessExpiresAtMs: sentAtMs + lifetimeMs - marginMs,
      refreshExpiresAtMs: sentAtMs + refreshLifetimeMs - marginMs,
    },
  }
}
