// Describes an answer of the provider that is not a success.

import { ProviderError, type ProviderErrorCode } from './provider-error.ts'
import { retryAfterMs } from './retry-after.ts'

const maxDescriptionLength = 200

/** What the body of a failed answer says. */
export type RefusedBody = {
  /** The error code, where it is plain: `error` of OAuth, or `code` or `type` of the vehicle API. */
  errorCode: string | undefined
  /** The words for developers, shortened and without control characters. */
  description: string
}

/** Reads the body of a failed answer; whatever it is, nothing is thrown. */
export async function readRefusedBody(response: Response): Promise<RefusedBody> {
  const body: unknown = await response.json().catch(() => undefined)
  const fields: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {}
  const { error, code, type, error_description, description } = fields
  const errorCode = [error, code, type].find(
    value => typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value),
  )
  const words = [error_description, description].find(value => typeof value === 'string')
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
