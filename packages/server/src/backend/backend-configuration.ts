// Judges the options of createConnectBackend that its parts do not judge themselves.

import { allowedOrigins } from '../http/allowed-origins.ts'
import { checkedRedirectUri } from '../options/checked-redirect-uri.ts'
import { optionError } from '../options/option-error.ts'
import { requiredOption } from '../options/required-option.ts'
import { isScope } from '../session/checked-params.ts'
import type { BackendStore, ConnectBackendOptions } from './backend-options.ts'

/** The options, as they are used. */
export type BackendConfiguration = {
  /** The origins of the app's pages. */
  readonly origins: ReadonlySet<string>
  /** The redirect URIs that were given; none where the backend serves the page itself. */
  readonly redirectUris: readonly string[]
  /** The path of the backend on the page's origin, where it was given. */
  readonly path: string | undefined
}

/**
 * Judges the options.
 *
 * @throws {TypeError} naming the option.
 */
export function backendConfiguration<T>(options: ConnectBackendOptions<T>): BackendConfiguration {
  const { origins, redirectUri, store, user, params, onConnected, mode, scope, path } = options
  requiredOption('applicationId', options.applicationId, 'Connect would not know who asks')
  requiredOption('api.clientId', options.api?.clientId, refused)
  requiredOption('api.clientSecret', options.api?.clientSecret, refused)
  if (typeof user !== 'function') {
    throw optionError(
      'user',
      'user is not a function, so nobody would know whose cars are connected. Give a function from the request to the id of who is signed in.',
    )
  }
  if (!isBackendStore(store)) {
    throw optionError(
      'store',
      'store keeps no vehicles, so nobody would know whose they are. Give createSqliteStore or createPostgresStore, called with their options.',
    )
  }
  if (params !== undefined && typeof params !== 'function') {
    throw optionError(
      'params',
      'params is not a function, so no session could be started. Give a function that returns what to ask for, or leave it out.',
    )
  }
  if (onConnected !== undefined && typeof onConnected !== 'function') {
    throw optionError(
      'onConnected',
      'onConnected is not a function, so nobody could say what the browser may see. Give a function, or leave it out.',
    )
  }
  if (mode !== undefined && mode !== 'live' && mode !== 'simulated') {
    throw optionError(
      'mode',
      'mode is neither live nor simulated, so vehicles could not be compared with it. Write one of the two, or leave it out.',
    )
  }
  if (scope !== undefined && !isScope(scope)) {
    throw optionError(
      'scope',
      'scope is no list of permissions, so Connect would ask for something else. Write a list such as read_odometer in brackets, or leave it out.',
    )
  }
  return {
    origins: allowedOrigins(origins),
    redirectUris: redirectUri === undefined ? [] : [redirectUri].flat().map(checkedRedirectUri),
    path: path === undefined ? undefined : checkedPath(path),
  }
}

const refused = 'Smartcar would refuse every call'

function isBackendStore(store: Partial<BackendStore> | undefined): boolean {
  return typeof store?.saveVehicle === 'function' && typeof store.claimEvent === 'function'
}

/** A path that does not begin with one slash would make another host of the origin in front of it. */
function checkedPath(path: unknown): string {
  if (typeof path === 'string' && /^(\/[\w.~%-]+)*\/?$/.test(path)) return path.replace(/\/$/, '')
  throw optionError(
    'path',
    'path is not the path of an address, so the redirect page would be somewhere else. Write it with a slash in front, such as /api/smartcar.',
  )
}
