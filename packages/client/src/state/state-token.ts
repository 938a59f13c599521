// Makes the secret that ties an answer to the session that asked for it.

/** 32 random bytes as 43 characters of base64url: a state token, or a key that must not collide. */
export function createStateToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/**
 * What goes over the wire as `state`: the token, or `token.base64url(utf8(appState))`.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-10.12
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.7
 */
export function wireState(token: string, appState?: string): string {
  return appState ? `${token}.${base64url(new TextEncoder().encode(appState))}` : token
}

// https://datatracker.ietf.org/doc/html/rfc4648#section-5
function base64url(bytes: Uint8Array): string {
  const text = bytes.reduce((before, byte) => before + String.fromCharCode(byte), '')
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}
