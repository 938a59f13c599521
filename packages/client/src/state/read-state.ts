// Reads a state that came back: its token, the token's hash, and the app's own value.

/** The token at the front of a state, or `''` where there is none. */
export function tokenOf(state: string | undefined): string {
  return /^[\w-]{43}(?=\.|$)/.exec(state ?? '')?.[0] ?? ''
}

/**
 * The app's own value behind the token, or `undefined` where there is none.
 *
 * @throws {Error} where it was damaged on the way
 */
export function appStateOf(state: string): string | undefined {
  const text = state.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/')
  if (!text) return undefined
  // A text may begin with the mark that decoders take for a sign of its byte order.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return decoder.decode(Uint8Array.from(atob(text), sign => sign.charCodeAt(0)))
}

/**
 * What may be stored of a token: its SHA-256 as hexadecimal digits, from which nobody can make an
 * answer. `undefined` without a text, and where the page is no secure context, which has no
 * `crypto.subtle`.
 *
 * @see https://w3c.github.io/webcrypto/#Crypto-attribute-subtle
 */
export async function hashOf(text: string | undefined): Promise<string | undefined> {
  if (text === undefined) return undefined
  const digest = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(text))
  return (
    digest &&
    Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
  )
}
