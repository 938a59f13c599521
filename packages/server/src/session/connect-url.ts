// Builds the address of Connect on the server, where nobody can edit it before it is stored.

import type { Scope } from '../api/permission.ts'

/** What a session asks for. What is left out is decided by the provider or its dashboard. */
export type SessionParams = {
  /**
   * `none` for applications of version 3. No code comes back then, and the connection is found by
   * `externalId`, so a session without one is refused.
   * @default 'code'
   */
  responseType?: 'code' | 'none'
  /** The permissions, such as `read_odometer` or `required:read_odometer`. */
  scope?: readonly Scope[]
  /** The mode that vehicles must have; `test` is the older name of `simulated`. @default 'live' */
  mode?: 'live' | 'simulated' | 'test'
  /** `force` shows the permissions again although they were approved before. @default 'auto' */
  approvalPrompt?: 'auto' | 'force'
  /** The brand, such as `TESLA`; the list of brands is skipped. Sent in upper case. */
  make?: string
  /** Lets the person choose one vehicle only. @default false */
  singleSelect?: boolean
  /**
   * The VIN of the one vehicle that may be connected; needs `singleSelect`. The exchange compares it,
   * so where `scope` is given it must have `read_vin`.
   */
  singleSelectVin?: string
  /** Flags by name, such as `{ country: 'DE' }`. The country is sent in upper case. */
  flags?: Readonly<Record<string, string>>
  /** The person's id in the statistics of the dashboard. It proves nothing. */
  user?: string
  /**
   * The app's own unguessable id for this person, by which the connection is found again. Not with
   * `vehicleId`: there the handler makes a new one, which proves the new sign-in.
   */
  externalId?: string
  /** The vehicle to sign in to again. It must be known to be this person's. */
  vehicleId?: string
}

/** What the configuration adds to every address. */
export type ConnectApplication = {
  /** The origin of Connect. */
  url: URL
  /** Sent as `application_id`. */
  clientId: string
  /** Sent as `redirect_uri`. */
  redirectUri: string
}

/**
 * Returns the full address for one session.
 *
 * @param state what comes back unchanged: the state token, with the app's own state if there is one.
 * @see https://smartcar.com/docs/connect/connect-url
 */
export function connectUrl(
  application: ConnectApplication,
  params: SessionParams,
  state: string,
): URL {
  const { vehicleId, externalId, scope = [], flags = {}, responseType = 'code' } = params
  const path = vehicleId === undefined ? '/oauth/authorize' : '/oauth/reauthenticate'
  const url = new URL(path, application.url)
  const entries: [string, string | undefined][] = [
    ['response_type', vehicleId === undefined ? responseType : 'vehicle_id'],
    ['application_id', application.clientId],
    ['redirect_uri', application.redirectUri],
    ['state', state],
    ['external_id', externalId],
    ['vehicle_id', vehicleId],
  ]
  if (vehicleId === undefined) {
    const flagList = Object.entries(flags).map(
      ([name, value]) => `${name}:${name === 'country' ? value.toUpperCase() : value}`,
    )
    entries.push(
      ['scope', distinct(scope).join(' ') || undefined],
      ['mode', params.mode],
      ['approval_prompt', params.approvalPrompt],
      ['make', params.make?.toUpperCase()],
      ['single_select', params.singleSelect === undefined ? undefined : `${params.singleSelect}`],
      ['single_select_vin', params.singleSelectVin?.toUpperCase()],
      ['flags', flagList.join(' ') || undefined],
      ['user', params.user],
    )
  }
  for (const [name, value] of entries) if (value !== undefined) url.searchParams.set(name, value)
  return url
}

/** Each permission once, and as required if it is that once. */
function distinct(scope: readonly string[]): string[] {
  return [...new Set(scope)].filter(name => !scope.includes(`required:${name}`))
}
