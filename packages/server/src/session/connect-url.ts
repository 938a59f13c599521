// Builds the address of Connect on the server, where nobody can edit it on the way to the store.

/** What a session asks for; what is left out is decided by the provider or its dashboard. */
export type SessionParams = {
  /**
   * `none` for applications of version 3: no code comes back, and the connection is found by
   * `externalId`, which is then required.
   * @default 'code'
   */
  responseType?: 'code' | 'none'
  /** Such as `read_odometer` or `required:read_odometer`. */
  scope?: readonly string[]
  /** @default 'live' */
  mode?: 'live' | 'simulated' | 'test'
  approvalPrompt?: 'auto' | 'force'
  make?: string
  singleSelect?: boolean
  singleSelectVin?: string
  flags?: Readonly<Record<string, string>>
  user?: string
  /** The app's own unguessable id for this person, by which the connection is found again. */
  externalId?: string
  /** The vehicle to sign in to again, one that is known to be this person's. */
  vehicleId?: string
}

/** What the configuration adds to every address. */
export type ConnectPlace = { url: URL; clientId: string; redirectUri: string }

/**
 * The full address for one session.
 *
 * @param state what comes back unchanged: the state token, perhaps with the app's own state.
 * @see https://smartcar.com/docs/connect/connect-url
 */
export function connectUrl(place: ConnectPlace, params: SessionParams, state: string): URL {
  const { vehicleId, externalId, scope = [], flags = {}, responseType = 'code' } = params
  const path = vehicleId === undefined ? '/oauth/authorize' : '/oauth/reauthenticate'
  const url = new URL(path, place.url)
  const entries: [string, string | undefined][] = [
    ['response_type', vehicleId === undefined ? responseType : 'vehicle_id'],
    ['application_id', place.clientId],
    ['redirect_uri', place.redirectUri],
    ['state', state],
    ['external_id', externalId],
    ['vehicle_id', vehicleId],
  ]
  if (vehicleId === undefined) {
    const flagList = Object.entries(flags).map(([name, value]) => `${name}:${value}`)
    entries.push(
      ['scope', scope.join(' ') || undefined],
      ['mode', params.mode],
      ['approval_prompt', params.approvalPrompt],
      ['make', params.make],
      ['single_select', params.singleSelect === undefined ? undefined : `${params.singleSelect}`],
      ['single_select_vin', params.singleSelectVin],
      ['flags', flagList.join(' ') || undefined],
      ['user', params.user],
    )
  }
  for (const [name, value] of entries) if (value !== undefined) url.searchParams.set(name, value)
  return url
}
