// The parameters of Smartcar Connect: their types, and which combinations make no sense.

import type { Scope } from './permissions.ts'

/** What Connect is asked for. Sent as query parameters of the page that the popup opens. */
export type ConnectParams = {
  /** The application's id, sent as `application_id`. Exactly one of `applicationId` and `clientId`. */
  applicationId?: string | undefined
  /** The application's id under its legacy name, sent as `client_id`. */
  clientId?: string | undefined
  /** Where Connect sends the person back to: absolute, registered, on the app's own origin. Required unless `responseType` is `'none'`. */
  redirectUri?: string | undefined
  /** `'code'`: the grant holds an authorization code. `'none'`: only a user id. @default 'code' */
  responseType?: 'code' | 'none' | undefined
  /** The permissions to ask for; left out, those set in Smartcar's dashboard. */
  scope?: readonly Scope[] | undefined
  /** The app's own value, returned in the grant. At most 1,000 characters. */
  state?: string | undefined
  /** `'force'` shows the consent screen even where this scope was approved before. @default 'auto' */
  approvalPrompt?: 'auto' | 'force' | undefined
  /** Real cars or simulated ones; `'test'` is the older name of the latter. @default 'live' */
  mode?: 'live' | 'simulated' | 'test' | undefined
  /** A brand's id such as `TESLA`: skips the brand screen. */
  make?: string | undefined
  /** Lets the person choose one vehicle only. */
  singleSelect?: boolean | undefined
  /** The VIN of the one vehicle to connect. Needs `singleSelect`. */
  singleSelectVin?: string | undefined
  /** Feature flags: `{ country: 'DE' }` is sent as `flags=country:DE`. */
  flags?: Readonly<Record<string, string>> | undefined
  /** Ties several Connect sessions together in Smartcar's analytics. */
  user?: string | undefined
  /** The app's own id for this connection; `null` clears it. */
  externalId?: string | null | undefined
  /** Re-authenticates this vehicle. What shapes a first connection (scope, make, flags, …) is then left out. */
  vehicleId?: string | undefined
  /** The app's origin. Only for `responseType: 'none'` without a redirect URI. */
  appOrigin?: string | undefined
  /** Another Connect, such as the simulator's. @default 'https://connect.smartcar.com' */
  connectOrigin?: string | undefined
}

type Name = keyof ConnectParams

// Every known name, and the values that are the only ones where that is so.
const known: { [name in Name]-?: RegExp | 0 } = {
  applicationId: 0,
  clientId: 0,
  redirectUri: /^https?:\/\/[^#]+$/,
  responseType: /^(code|none)$/,
  scope: 0,
  state: /^.{0,1000}$/s,
  approvalPrompt: /^(auto|force)$/,
  mode: /^(live|simulated|test)$/,
  make: 0,
  singleSelect: /^(true|false)$/,
  singleSelectVin: /^[A-HJ-NPR-Z\d]{17}$/i,
  flags: 0,
  user: 0,
  externalId: 0,
  vehicleId: 0,
  appOrigin: 0,
  connectOrigin: /^https?:\/\/[^/?#]+\/?$/,
}

/**
 * Refuses parameters that Connect would reject or, worse, silently ignore.
 *
 * @throws {TypeError} naming the option, what is wrong with it and what to do
 */
export function checkConnectParams(params: ConnectParams): void {
  for (const [name, value] of Object.entries(params)) {
    const pattern = known[name as Name]
    if (pattern === undefined) refuse(name, 'is not an option', 'Check its spelling')
    if (pattern && value !== undefined && !pattern.test(`${value}`)) {
      refuse(name, `has a value that Connect would reject`, `It must match ${pattern}`)
    }
  }
  const { applicationId, clientId, redirectUri, responseType, scope, flags = {} } = params
  if (!applicationId === !clientId) {
    refuse(
      'applicationId',
      'or `clientId` identifies the app to Connect',
      'Give exactly one of them',
    )
  }
  if (!redirectUri && responseType !== 'none') {
    refuse(
      'redirectUri',
      'is where the authorization code arrives',
      'Give it, or set `responseType` to "none"',
    )
  }
  if (params.singleSelectVin && !params.singleSelect) {
    refuse(
      'singleSelectVin',
      'is ignored by Connect without `singleSelect`',
      'Set `singleSelect` to true',
    )
  }
  if (scope && !(Array.isArray(scope) && scope.every(isToken))) {
    refuse('scope', 'is sent as words between spaces', 'Give an array with one permission an entry')
  }
  for (const [name, value] of Object.entries(flags)) {
    if (!isToken(name) || !isToken(value) || name.includes(':')) {
      refuse(
        'flags',
        'are sent as name:value between spaces',
        'Leave spaces out, and colons out of names',
      )
    }
  }
}

function isToken(text: unknown): boolean {
  return typeof text === 'string' && /^\S+$/.test(text)
}

function refuse(name: string, problem: string, advice: string): never {
  throw new TypeError(`\`${name}\` ${problem}. ${advice}.`)
}
