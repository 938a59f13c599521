// Builds the address of Smartcar Connect from typed parameters; knows every option's name.

import { canPost } from '../backend/posted-values.ts'
import { refuse } from '../messages/refuse.ts'
import { answerNames } from '../popup/message.ts'
import type { Scope } from './permissions.ts'

/** What Connect is asked for. Sent as query parameters of the page that the popup opens. */
export type ConnectParams = {
  /** The application's id, sent as `application_id`. Exactly one of `applicationId` and `clientId`. */
  applicationId?: string | undefined
  /** The application's id under its legacy name, sent as `client_id`. */
  clientId?: string | undefined
  /**
   * Where Connect sends the person back to: exactly as registered, on the app's own origin. An address,
   * or in a browser a path such as `/smartcar-redirect.html`; without a fragment, a user name, or a name
   * in its query that an answer uses, such as `code`. Required unless `responseType` is `'none'`.
   */
  redirectUri?: string | undefined
  /** `'code'`: the grant holds an authorization code. `'none'`: only a user id. @default 'code' */
  responseType?: 'code' | 'none' | undefined
  /** The permissions to ask for, each once; left out, those set in Smartcar's dashboard. */
  scope?: readonly Scope[] | undefined
  /** The app's own value, returned in the grant: at most 1,000 bytes of UTF-8, tabs and line breaks included, but no other control character. */
  state?: string | undefined
  /** `'force'` shows the consent screen even where this scope was approved before. @default 'auto' */
  approvalPrompt?: 'auto' | 'force' | undefined
  /** Real cars or simulated ones; `'test'` is the older name of the latter. @default 'live' */
  mode?: 'live' | 'simulated' | 'test' | undefined
  /** A brand's id such as `TESLA`: skips the brand screen. Sent in upper case. */
  make?: string | undefined
  /** Lets the person choose one vehicle only. */
  singleSelect?: boolean | undefined
  /** The VIN of the one vehicle to connect. Needs `singleSelect`. */
  singleSelectVin?: string | undefined
  /** Feature flags: `{ country: 'DE' }` is sent as `flags=country:DE`. The country is sent in upper case. */
  flags?: Readonly<Record<string, string>> | undefined
  /** Ties several Connect sessions together in Smartcar's analytics. */
  user?: string | undefined
  /** The app's own id for this connection, at most 256 bytes of UTF-8; `null` clears it. */
  externalId?: string | null | undefined
  /** Re-authenticates this vehicle. What shapes a first connection (scope, make, flags, …) is then left out. */
  vehicleId?: string | undefined
  /** The app's origin. Only for `responseType: 'none'` without a redirect URI. */
  appOrigin?: string | undefined
  /** Another Connect, such as the simulator's. @default 'https://connect.smartcar.com' */
  connectOrigin?: string | undefined
}

type Check = Pick<RegExp, 'test'>

const text: Check = /./

// Two readers of an address could differ on a backslash, a space or a user name.
const address: Check = {
  test: value => /^https?:\/\/[^\s\\/?#@]+([/?][^\s\\#]*)?$/i.test(value) && URL.canParse(value),
}
// A name of an answer in the redirect URI would be there twice when the answer comes.
const redirectAddress: Check = {
  test: value =>
    address.test(value) &&
    !['state', ...answerNames].some(name => new URL(value).searchParams.has(name)),
}

// What a value looks like. On the wire, a parameter has the same name in snake case.
const always: Readonly<Record<string, Check>> = {
  applicationId: text,
  clientId: text,
  redirectUri: redirectAddress,
  responseType: /^(code|none)$/,
  // As long as the redirect page passes on.
  state: /^.{0,2048}$/s,
  externalId: text,
  vehicleId: text,
}
// These shape a first connection. A re-authentication leaves them out.
const first: Readonly<Record<string, Check>> = {
  scope: /^\S+$/,
  approvalPrompt: /^(auto|force)$/,
  mode: /^(live|simulated|test)$/,
  make: text,
  singleSelect: /^(true|false)$/,
  singleSelectVin: /^[A-Z\d]{17}$/i,
  flags: /^[^\s:]+:\S+$/,
  user: text,
  appOrigin: text,
}
// These options of the connection are not sent to Connect. One with `text` is not checked.
const common: Readonly<Record<string, Check>> = {
  backend: text,
  instanceId: text,
  appUser: text,
  presentation: /^(auto|popup|redirect)$/,
  popup: text,
  onSuccess: text,
  onCancel: text,
  onError: text,
  onEvent: text,
}
const unsent: Readonly<Record<string, Check>> = {
  ...common,
  connectOrigin: { test: value => address.test(value) && /^[^/]+\/\/[^/?]+\/?$/.test(value) },
  exchange: text,
  session: text,
  unsafeHostedRedirect: text,
}

/**
 * The address that the popup opens. Pure, so that a server can build it as well.
 *
 * Every value goes through `URLSearchParams`, so none can add a parameter of its own. `undefined`,
 * empty strings and empty lists count as left out, and so do the options of a connection that are no
 * parameters, such as `popup`.
 *
 * @param params what Connect is asked for
 * @param state the value of the `state` parameter as it goes over the wire
 * @returns the address, with the parameters in its query
 * @throws {TypeError} for an option, or a combination of options, that Connect would refuse or ignore
 * @see https://smartcar.com/docs/connect/connect-url
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.1
 *
 * @example
 * buildConnectUrl({ clientId: 'id', redirectUri: 'https://app.example/redirect.html', scope: ['read_odometer'] }, state)
 */
export function buildConnectUrl(params: ConnectParams, state: string): URL {
  const { applicationId, clientId, redirectUri, vehicleId, connectOrigin } = params
  const responseType = params.responseType || 'code'
  const options = { ...params, responseType, state }
  if (!applicationId === !clientId) refuse('applicationId', 'or `clientId` is needed, not both')
  if (!redirectUri && responseType !== 'none') refuse('redirectUri', 'is missing')
  if (options.singleSelectVin && !options.singleSelect) {
    refuse('singleSelectVin', 'needs `singleSelect`')
  }
  refuseUnpostable(params)
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === '' || unsent[name] === text) continue
    // What is there twice counts once, and as required if it is that once.
    const words = wordsOf(name, value).filter(
      (word, index, all) => all.indexOf(word) === index && !all.includes(`required:${word}`),
    )
    const pattern =
      always[name] ?? first[name] ?? unsent[name] ?? refuse(name, 'is no option', 'options')
    if (!words.every(word => pattern.test(`${word}`))) refuse(name, 'is invalid')
    if (words.length && !unsent[name] && !(vehicleId && first[name])) {
      query.set(
        name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
        words.join(' '),
      )
    }
  }
  if (vehicleId && responseType === 'code') query.set('response_type', 'vehicle_id')
  return new URL(
    `/oauth/${vehicleId ? 'reauthenticate' : 'authorize'}?${query}`,
    connectOrigin || 'https://connect.smartcar.com',
  )
}

/**
 * Refuses what would be lost on its way: the redirect page and the backend take no longer or odder
 * values.
 *
 * @throws {TypeError} naming the option
 */
export function refuseUnpostable(
  params: Pick<ConnectParams, 'state' | 'externalId' | 'vehicleId'>,
): void {
  for (const name of ['state', 'externalId', 'vehicleId'] as const) {
    const value = params[name]
    if (value && !canPost(name, value)) refuse(name, 'is invalid')
  }
}

// Lists are sent as words between spaces; flags as name:value. Smartcar knows its codes in upper case.
function wordsOf(name: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (value && typeof value === 'object') {
    return Object.entries(value).map(([flag, set]) => `${flag}:${wordsOf(flag, set)}`)
  }
  return [/^(make|singleSelectVin|country)$/.test(name) ? `${value}`.toUpperCase() : `${value}`]
}

/**
 * Whether a prop of a component is an option of the connection, or meant for something else.
 *
 * @param name the name of the prop, such as `clientId`
 * @returns `true` for an option of a connection
 */
export function isConnectOption(name: string): boolean {
  return name in always || name in first || name in unsent
}

/** Whether an option may be beside `backend`. The server decides every other one. */
export function goesWithBackend(name: string): boolean {
  return name in common || /^(redirectUri|state|vehicleId)$/.test(name)
}
