// Checks tokens before they are sealed.

import { optionError } from '../options/option-error.ts'
import { isToken, type Tokens } from '../provider/tokens.ts'

/** How long an access token can be good, in milliseconds: what the provider documents. */
export const maxAccessLifetimeMs: number = 2 * 60 * 60 * 1000

/**
 * Returns the tokens as they are stored. An access token whose end lies further away than any access
 * token lives is taken to live as long as they do.
 *
 * @throws {TypeError} for a token that is empty or has characters that no token has, and for an end
 * that is no number.
 */
export function checkedTokens(tokens: Tokens, nowMs: number): Tokens {
  const { accessToken, refreshToken, accessExpiresAtMs, refreshExpiresAtMs } = tokens
  const areTokens = isToken(accessToken) && isToken(refreshToken)
  if (!areTokens || !Number.isFinite(accessExpiresAtMs) || !Number.isFinite(refreshExpiresAtMs)) {
    throw optionError(
      'tokens',
      'tokens has a token that is empty or has spaces or line breaks in it, or an end that is no number, so it could not be used later. Give the tokens as onTokens got them.',
    )
  }
  return {
    accessToken,
    refreshToken,
    accessExpiresAtMs: Math.floor(Math.min(accessExpiresAtMs, nowMs + maxAccessLifetimeMs)),
    refreshExpiresAtMs: Math.floor(refreshExpiresAtMs),
  }
}
