// What the page tells the backend in the service worker, in the path of its address.

import { decodeBase64Url, encodeBase64Url } from '../../../../.storybook/address/base64url.ts'
import type { AskedParams } from '../code/connect-params.ts'

/**
 * How the backend is set up. A real one has this in its own code; here the person who plays sets it,
 * so it comes with every request. It holds nothing secret.
 */
export type BackendSettings = {
  /** Who is signed in to the app. */
  readonly person: string
  /** Sent as `application_id`. */
  readonly applicationId: string
  /** What Connect is asked for. */
  readonly params: AskedParams
}

/** The settings as one part of a path. */
export function settingsPart(settings: BackendSettings): string {
  return encodeBase64Url(JSON.stringify(settings))
}

/** Reads what `settingsPart` wrote. @throws {SyntaxError} for anything else */
export function readSettings(part: string): BackendSettings {
  return JSON.parse(decodeBase64Url(part) ?? '')
}
