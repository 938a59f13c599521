// Finds out which application calls a token endpoint: HTTP Basic or credentials in the body.

import { looksLive } from '../world/live-secret.ts'

/** A client id with its secret, as registered. */
export type Credentials = {
  /** The id that the client sends. */
  readonly clientId: string
  /** The secret that proves it. */
  readonly clientSecret: string
}

/** The client that proved itself, or what is wrong. `both` means two methods at once. */
export type ClientAuthentication<T extends Credentials> =
  | { readonly ok: true; readonly client: T }
  | { readonly ok: false; readonly problem: 'missing' | 'both' | 'wrong' | 'live-secret' }

/**
 * Checks the credentials of a request against the known clients.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 */
export function authenticateClient<T extends Credentials>(
  authorization: string | undefined,
  form: ReadonlyMap<string, string>,
  clients: readonly T[],
): ClientAuthentication<T> {
  const basic = parseBasic(authorization)
  const bodySecret = form.get('client_secret')
  if (authorization !== undefined && bodySecret !== undefined) return { ok: false, problem: 'both' }
  const bodyId = form.get('client_id')
  const candidates = basic.length > 0 ? basic : bodyOnly(bodyId, bodySecret)
  if (candidates.length === 0) return { ok: false, problem: 'missing' }
  if (candidates.some(({ clientSecret }) => looksLive(clientSecret))) {
    return { ok: false, problem: 'live-secret' }
  }
  const client = clients.find(known =>
    candidates.some(
      given => given.clientId === known.clientId && given.clientSecret === known.clientSecret,
    ),
  )
  return client === undefined ? { ok: false, problem: 'wrong' } : { ok: true, client }
}

/**
 * Reads HTTP Basic. Standard clients form-encode id and secret before joining them, the provider's
 * own SDKs do not; both readings are returned.
 */
export function parseBasic(authorization: string | undefined): readonly Credentials[] {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return []
  let text: string
  try {
    text = new TextDecoder().decode(Uint8Array.from(atob(encoded), byte => byte.charCodeAt(0)))
  } catch {
    return []
  }
  const colon = text.indexOf(':')
  if (colon < 0) return []
  const plain = { clientId: text.slice(0, colon), clientSecret: text.slice(colon + 1) }
  try {
    return [
      plain,
      { clientId: decodeForm(plain.clientId), clientSecret: decodeForm(plain.clientSecret) },
    ]
  } catch {
    return [plain]
  }
}

function bodyOnly(clientId?: string, clientSecret?: string): readonly Credentials[] {
  if (clientId === undefined || clientSecret === undefined) return []
  return [{ clientId, clientSecret }]
}

function decodeForm(value: string): string {
  return decodeURIComponent(value.replaceAll('+', ' '))
}
