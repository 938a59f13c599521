// The signature of deliveries, and the answer to a challenge.

import type { Simulation } from '../http/context.ts'
import type { Webhook } from '../memory/webhook.ts'

const encoder = new TextEncoder()

/**
 * The token that signs what a webhook delivers. Kept state may have an application
 * that the options have no more: its token is empty.
 */
export function managementTokenOf({ applications }: Simulation, { clientId }: Webhook): string {
  return applications.find(known => known.clientId === clientId)?.managementToken ?? ''
}

/**
 * HMAC-SHA256 with the application's management token as key, in small hexadecimal digits.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2104
 */
export async function hmacHex(token: string, message: Uint8Array<ArrayBuffer>): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(token), algorithm, false, [
    'sign',
  ])
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}
