// Where a request to the authorize endpoint wants the person to be sent back to.

import type { ResponseType } from '../../memory/attempt.ts'
import {
  type Application,
  defaultRedirectUri,
  isRegisteredOrigin,
  isRegisteredRedirectUri,
} from '../../world/applications.ts'
import { invalidParameter, missingParameter, type RequestProblem } from './problem.ts'

/**
 * Where to send the person: a registered redirect URI, or the hosted redirect page and the origin it
 * posts to.
 */
export type Destination = {
  /** Where the person is sent back to. */
  readonly redirectUri: string
  /** The origin that the hosted redirect page posts to. */
  readonly appOrigin?: string
}

/** Reads `redirect_uri`, else `app_origin`, else takes the application's default. */
export function requestDestination(
  given: ReadonlyMap<string, string>,
  application: Application,
  responseType: ResponseType,
  hostedRedirectUri: string,
): { readonly ok: true; readonly value: Destination } | RequestProblem {
  const redirectUri = given.get('redirect_uri')
  if (redirectUri !== undefined) {
    if (isRegisteredRedirectUri(application, redirectUri)) {
      return { ok: true, value: { redirectUri } }
    }
    return invalidParameter(
      'redirect_uri',
      redirectUri,
      'redirect_uri is not registered for this application. It must match exactly',
    )
  }
  const appOrigin = given.get('app_origin')
  if (responseType === 'none' && appOrigin !== undefined) {
    if (isRegisteredOrigin(application, appOrigin)) {
      return { ok: true, value: { redirectUri: hostedRedirectUri, appOrigin } }
    }
    return invalidParameter(
      'app_origin',
      appOrigin,
      'app_origin is not an origin of this application',
    )
  }
  const usual = defaultRedirectUri(application)
  if (usual !== undefined) return { ok: true, value: { redirectUri: usual } }
  return missingParameter(
    'redirect_uri',
    'redirect_uri is missing and the application has no default one',
  )
}
