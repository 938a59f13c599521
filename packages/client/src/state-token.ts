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

/** The app's own value behind the token, or `undefined` where there is none. */
export function appStateOf(state: string): string | undefined {
  const text = state.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/')
  if (!text) return undefined
  return new TextDecoder().decode(Uint8Array.from(atob(text), sign => sign.charCodeAt(0)))
}

/**
 * What may be stored of a token: its SHA-256 as hexadecimal digits, from which nobody can make an
 * answer. `undefined` where the page is no secure context, which has no `crypto.subtle`.
 */
export async function hashOf(token: string): Promise<string | undefined> {
  const digest = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(token))
  return (
    digest &&
    Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
  )
}

// @see RFC 4648, section 5
function base64url(bytes: Uint8Array): string {
  const text = bytes.reduce((before, byte) => before + String.fromCharCode(byte), '')
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}
