// Reads the provider's answer: a grant, a cancellation or an error.

import { ConnectError, type ProviderErrorCode } from '../errors.ts'

/** What the provider returned, as far as a page may show it: never the authorization code. */
export type Grant = {
  userId?: string | undefined
  vehicleId?: string | undefined
  externalId?: string | undefined
  /** Where to pair a virtual key with a Tesla; dropped unless it is https at tesla.com. */
  virtualKeyUrl?: string | undefined
  /** The app's own `state`. */
  state?: string | undefined
}

/** The grant with its authorization code. Only `exchange` ever sees it. */
export type FullGrant = Grant & { code?: string | undefined }

/** The one parameter that makes an answer a success. */
export type ResultKind = 'code' | 'user_id' | 'vehicle_id'

/** The parameters of the redirect, each there at most once. */
export type AnswerParams = Readonly<Record<string, string>>

/** The provider's answer after reading it. */
export type Answer = FullGrant | ConnectError | 'returned_to_app'

/** What a success holds when Connect was opened at this address. */
export function resultKind({ pathname, searchParams }: URL): ResultKind {
  if (pathname.endsWith('/reauthenticate')) return 'vehicle_id'
  return searchParams.get('response_type') === 'none' ? 'user_id' : 'code'
}

/**
 * Reads the answer of the kind that was asked for. An answer with no result, or with more than
 * one, is `invalid_response`: nobody can tell what the provider meant.
 */
export function readAnswer(params: AnswerParams, kind: ResultKind, appState?: string): Answer {
  const { error, code } = params
  const results = new Set(['error', 'code', kind].filter(name => params[name]))
  if (results.size !== 1 || !(error || params[kind])) return new ConnectError('invalid_response')
  if (error) return readError(error, params)
  return {
    code,
    userId: params.user_id,
    vehicleId: params.vehicle_id,
    externalId: params.external_id,
    virtualKeyUrl: teslaUrl(params.virtual_key_url),
    state: appState,
  }
}

function readError(error: string, params: AnswerParams): Answer {
  if (error === 'user_manually_returned_to_application') return 'returned_to_app'
  const { vin, make, model, year, status_code } = params
  return new ConnectError(known.includes(error) ? (error as ProviderErrorCode) : 'provider_error', {
    providerError: error.slice(0, 64),
    providerErrorDescription: params.error_description ?? params.error_message,
    vehicle: vin ? { vin, make, model, year: Number(year) || undefined } : undefined,
    status: Number(status_code) || undefined,
  })
}

const known: readonly string[] = [
  'access_denied',
  'invalid_subscription',
  'vehicle_incompatible',
  'no_vehicles',
  'configuration_error',
  'server_error',
] satisfies ProviderErrorCode[]

// An app will link to this address, so it must not be anyone else's.
function teslaUrl(text = ''): string | undefined {
  return /^https:\/\/([\w-]+\.)*tesla\.com(\/|$)/.test(text) ? text : undefined
}
