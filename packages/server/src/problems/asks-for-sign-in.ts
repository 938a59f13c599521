// Whether an error of the provider ends a connection until its person signs in again.

import type { Resolution } from '../api/resolution.ts'

/** An error, as a call or a webhook tells it. */
export type ToldError = {
  readonly type: string | undefined
  readonly code: string | undefined
  /** What the provider says can be done. */
  readonly resolution: Resolution | undefined
}

const endings = new Set(['AUTHENTICATION_FAILED', 'PERMISSION'])

/**
 * Decides by what is wrong and not by the resolution alone: the provider also advises `REAUTHENTICATE`
 * where one permission is missing, or where a phone has to be paired, and the connection still works.
 *
 * @see https://smartcar.com/docs/errors/api-errors
 */
export function asksForSignIn({ type, code, resolution }: ToldError): boolean {
  if (type !== 'CONNECTED_SERVICES_ACCOUNT') return false
  return resolution?.type === 'REAUTHENTICATE' || endings.has(code ?? '')
}
