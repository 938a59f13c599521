// The secret that ties an answer to the session that asked for it.

/** 32 random bytes as 43 characters of base64url: the state token, and names that must not collide. */
export function createStateToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/**
 * What goes over the wire as `state`: the token, or `token.base64url(utf8(appState))`.
 *
 * @see RFC 6749, section 10.12; RFC 9700, section 4.7
 */
export function wireState(token: string, appState?: string): string {
  return appState ? `${token}.${base64url(new TextEncoder().encode(appState))}` : token
}

/** The token at the front of a wire state, or `''` where there is none. */
export function tokenOf(state: string | undefined): string {
  return /^[\w-]{43}(?=\.|$)/.exec(state ?? '')?.[0] ?? ''
}

// @see RFC 4648, section 5
function base64url(bytes: Uint8Array): string {
  const swap: Record<string, string> = { '+': '-', '/': '_' }
  const text = bytes.reduce((before, byte) => before + String.fromCharCode(byte), '')
  return btoa(text).replace(/\W/g, sign => swap[sign] ?? '')
}
