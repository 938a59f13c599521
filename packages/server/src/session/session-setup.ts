// Decides what a session asks for, and refuses what its exchange could not compare.

import { canPost } from '../http/posted-values.ts'
import type { SessionSetup } from '../stores/started-session-store.ts'
import { checkedParams } from './checked-params.ts'
import type { SessionParams } from './connect-url.ts'
import { newExternalId } from './external-id.ts'

/** What Connect is asked for, and what the exchange compares the grant with. */
export type AskedSession = {
  params: SessionParams
  setup: Omit<SessionSetup, 'tokenUrl' | 'clientId' | 'redirectUri'>
}

function asksForVin(scope: readonly string[]): boolean {
  return scope.length === 0 || scope.some(name => name.replace('required:', '') === 'read_vin')
}

/** An empty id would find everybody, and the provider takes the text `null` for no id at all. */
function checkId(name: 'vehicleId' | 'externalId', id: unknown): void {
  if (id === undefined) return
  if (typeof id === 'string' && id !== '' && id !== 'null' && canPost(name, id)) return
  throw new TypeError(
    `params returned a ${name} that is empty, too long or no plain text, so the connection could not be found again. Return an id as a text, or leave it out.`,
  )
}

/**
 * Completes what `params` returned.
 *
 * A new sign-in gets an external id of its own. The provider lists the vehicle under it only when
 * the person went through this very session.
 *
 * @throws {TypeError} for what nobody could check afterwards.
 */
export function askedSession(returned: unknown): AskedSession {
  const params = checkedParams(returned)
  const { vehicleId, externalId, singleSelectVin, scope = [], mode = 'live' } = params
  checkId('vehicleId', vehicleId)
  checkId('externalId', externalId)
  if (vehicleId !== undefined) {
    if (externalId !== undefined) {
      throw new TypeError(
        'params returned externalId together with vehicleId, so an id that was used before could not prove the new sign-in. Leave externalId out: a new one is made, and onReauthenticated gets it.',
      )
    }
    const fresh = newExternalId()
    return {
      params: { vehicleId, externalId: fresh },
      setup: {
        grantKind: 'vehicle',
        mode: null,
        scope: [],
        externalId: fresh,
        vehicleId,
        vin: null,
      },
    }
  }
  // Without a code the external id is the only way to find the connection again.
  if (params.responseType === 'none' && externalId === undefined) {
    throw new TypeError(
      'params returned responseType none without externalId, so the connection could not be found again. Return an unguessable id of your own for this person.',
    )
  }
  if (singleSelectVin !== undefined && !asksForVin(scope)) {
    throw new TypeError(
      'params returned singleSelectVin without read_vin in scope, so nobody could compare the VIN. Add required:read_vin.',
    )
  }
  return {
    params,
    setup: {
      grantKind: params.responseType === 'none' ? 'user' : 'code',
      mode,
      scope,
      externalId: externalId ?? null,
      vehicleId: null,
      vin: singleSelectVin ?? null,
    },
  }
}
