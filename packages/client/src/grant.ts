// Reads the provider's answer: a grant, a cancellation or an error.

import { ConnectError, type ConnectErrorDetails, type ProviderErrorCode } from './errors.ts'

/** What the provider returned, as far as a page may show it: never the authorization code. */
export type Grant = {
  userId?: string
  vehicleId?: string
  externalId?: string
  /** Where to pair a virtual key with a Tesla; dropped unless it is https at tesla.com. */
  virtualKeyUrl?: string
  /** The app's own `state`. */
  state?: string
}

/** The grant with its authorization code. Only `exchange` ever sees it. */
export type FullGrant = Grant & { code?: string }

/** The one parameter that makes an answer a success. */
export type ResultKind = 'code' | 'user_id' | 'vehicle_id'

/** The parameters of the redirect, each there at most once. */
export type AnswerParams = Readonly<Record<string, string>>

/** The provider's answer after reading it. */
export type Answer = FullGrant | ConnectError | 'returned_to_app'

/**
 * Reads the answer of the kind that was asked for. An answer with no result, or with more than
 * one, is `invalid_response`: nobody can tell what the provider meant.
 */
export function readAnswer(params: AnswerParams, kind: ResultKind, appState?: string): Answer {
  const { error, code } = params
  const granted = params[kind] !== undefined && (code === undefined || kind === 'code')
  if (error !== undefined && code === undefined) return readError(error, params)
  if (error !== undefined || !granted) {
    return new ConnectError('invalid_response', 'Connect answered without exactly one result.')
  }
  const grant: FullGrant = {}
  const keep = (name: keyof FullGrant, value: string | undefined) => {
    if (value !== undefined) grant[name] = value
  }
  keep('code', code)
  keep('userId', params.user_id)
  keep('vehicleId', params.vehicle_id)
  keep('externalId', params.external_id)
  keep('virtualKeyUrl', teslaUrl(params.virtual_key_url))
  keep('state', appState)
  return grant
}

function readError(error: string, params: AnswerParams): Answer {
  if (error === 'user_manually_returned_to_application') return 'returned_to_app'
  const details: ConnectErrorDetails = { providerError: error.slice(0, 64) }
  const { error_description: description, vin, make, model, year, status_code: status } = params
  if (description) details.providerErrorDescription = description
  if (error === 'vehicle_incompatible' && vin) {
    details.vehicle = { vin, ...(make && { make }), ...(model && { model }) }
    if (year && +year) details.vehicle.year = +year
  }
  if (status && +status) details.status = +status
  if (params.error_message) details.providerErrorDescription ??= params.error_message
  const code = known.includes(error) ? (error as ProviderErrorCode) : 'provider_error'
  return new ConnectError(code, `Connect ended with an error: ${code}.`, details)
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
function teslaUrl(text: string | undefined): string | undefined {
  return text && /^https:\/\/([\w-]+\.)*tesla\.com(\/|$)/i.test(text) ? text : undefined
}
