// Reads the provider's answer: what it granted, or how the session ends.

import type { canPost } from '../backend/posted-values.ts'
import type { Failure, ProviderErrorCode } from '../errors.ts'
import type { FullGrant } from '../grant.ts'

/** The one parameter that makes an answer a success. */
export type ResultKind = 'code' | 'user_id' | 'vehicle_id'

/** The parameters of the redirect, each there at most once. */
export type AnswerParams = Readonly<Record<string, string>>

/** An answer without a grant: an error, or `returned_to_app` where the person chose to go back. */
export type NoGrant = Failure | { ok: false; code: 'returned_to_app' }

/** The provider's answer after reading it. */
export type Answer = { ok: true; grant: FullGrant } | NoGrant

const providerErrorCodes: readonly string[] = [
  'access_denied',
  'invalid_subscription',
  'vehicle_incompatible',
  'no_vehicles',
  'configuration_error',
  'server_error',
] satisfies ProviderErrorCode[]

/** What a success holds when Connect was opened at this address. */
export function resultKind({ pathname, searchParams }: URL): ResultKind {
  if (pathname.endsWith('/reauthenticate')) return 'vehicle_id'
  return searchParams.get('response_type') === 'none' ? 'user_id' : 'code'
}

/**
 * Reads the answer of the kind that was asked for. An answer with no result, with more than one, or
 * with one that no backend takes, is `invalid_response`: nobody can tell what the provider meant.
 *
 * @param isPostable tells what the backend takes. It is handed in, since a click needs it earlier
 * @param appState the app's own state, which belongs to the grant
 */
export function readAnswer(
  params: AnswerParams,
  kind: ResultKind,
  isPostable: typeof canPost,
  appState?: string,
): Answer {
  const { error, code } = params
  const results = new Set(['error', 'code', kind].filter(name => params[name]))
  if (results.size !== 1 || !(error || params[kind])) {
    return invalid('The answer held no result, or more than one.')
  }
  if (error) return readError(error, params)
  const grant = {
    code: code || undefined,
    userId: params.user_id || undefined,
    // The backend takes a vehicle beside a user id for one that was signed in to again.
    vehicleId: kind === 'user_id' ? undefined : params.vehicle_id || undefined,
    externalId: params.external_id || undefined,
    virtualKeyUrl: teslaUrl(params.virtual_key_url, isPostable),
    state: appState,
  }
  const names = ['code', 'userId', 'vehicleId', 'externalId'] as const
  const odd = names.find(name => grant[name] && !isPostable(name, grant[name]))
  if (odd) return invalid(`The answer held an odd ${odd}.`)
  return { ok: true, grant }
}

function invalid(message: string): Failure {
  return { ok: false, code: 'invalid_response', details: { message } }
}

function readError(error: string, params: AnswerParams): Answer {
  if (error === 'user_manually_returned_to_application') {
    return { ok: false, code: 'returned_to_app' }
  }
  const { vin, make, model, year, status_code } = params
  const isKnown = providerErrorCodes.includes(error)
  const errorCode = isKnown ? (error as ProviderErrorCode) : 'provider_error'
  return {
    ok: false,
    code: errorCode,
    details: {
      message: `Smartcar answered with ${errorCode}.`,
      providerError: error.slice(0, 64),
      providerErrorDescription: params.error_description ?? params.error_message,
      vehicle: vin ? { vin, make, model, year: Number(year) || undefined } : undefined,
      status: Number(status_code) || undefined,
    },
  }
}

// The app will link to this address, so it must be Tesla's own, written without anything that two
// readers could read differently. The backend gets it as the URL standard writes it.
function teslaUrl(text = '', isPostable: typeof canPost): string | undefined {
  const isTesla = /^https:\/\/([\w-]+\.)*tesla\.com(:443)?([/?#]|$)/i.test(text)
  const href = isTesla && URL.canParse(text) ? new URL(text).href : ''
  return isPostable('virtualKeyUrl', href) ? href : undefined
}
