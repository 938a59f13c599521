// Describes an answer of the provider that is not a success.

import { ProviderError, type ProviderErrorCode } from './provider-error.ts'
import { retryAfterMs } from './retry-after.ts'

const maxDescriptionLength = 200

/** What the body of a failed answer says. */
export type RefusedBody = {
  /** The error code, where it is plain: `error` of OAuth, or `code` or `type` of a vehicle API. */
  errorCode: string | undefined
  /** The words for developers, shortened and without control characters. */
  description: string
}

/** The fields of a value, none if it is no object. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/**
 * Reads the body of a failed answer; whatever it is, nothing is thrown. Version 2 and token endpoints
 * send one object, version 3 a list of errors, of which the first counts.
 */
export async function readRefusedBody(response: Response): Promise<RefusedBody> {
  const body = fieldsOf(await response.json().catch(() => undefined))
  const { errors } = body
  const fields = Array.isArray(errors) ? fieldsOf(errors[0]) : body
  const { error, code, type, error_description, description, detail } = fields
  const errorCode = [error, code, type].find(
    value => typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value),
  )
  const words = [error_description, description, detail].find(value => typeof value === 'string')
  return {
    errorCode: errorCode === undefined ? undefined : String(errorCode),
    description: String(words ?? '')
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
      .slice(0, maxDescriptionLength),
  }
}

/**
 * Makes the error for an answer that is not a success.
 *
 * @param what the address or endpoint that was asked, without its query.
 */
export function refusedAnswer(
  code: ProviderErrorCode,
  what: string,
  host: string,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  { errorCode, description }: RefusedBody,
): ProviderError {
  const said = [errorCode, description].filter(Boolean).join(': ')
  return new ProviderError(
    code,
    `The provider answered ${status} to ${what}${said === '' ? '' : ` (${said})`}.`,
    { host, status, errorCode, retryAfterMs: retryAfterMs(headers) },
  )
}
