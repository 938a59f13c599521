// The errors of a call of version 3: what the provider said, or what kept it from saying anything.

import { ProviderError, type ProviderErrorCode } from '../provider/provider-error.ts'
import { createRedactor } from '../reporting/redact.ts'
import type { ErrorDocument } from './error-document.ts'
import { SmartcarApiError, type SmartcarApiFailure } from './smartcar-api-error.ts'

/** A call that failed: what it is called in messages, and whether it changes something in a car. */
type FailedCall = { readonly what: string; readonly isCommand?: boolean }

const failures: Readonly<Record<ProviderErrorCode, SmartcarApiFailure>> = {
  unreachable: 'unreachable',
  timeout: 'timeout',
  // The credentials of the application are wrong.
  client_refused: 'refused',
  grant_refused: 'refused',
  broken: 'unreadable',
}

/**
 * The error of a call that was answered.
 *
 * @param said what the answer says, without the token.
 */
export function refused(
  { what, isCommand }: FailedCall,
  response: Response,
  said: ErrorDocument,
): SmartcarApiError {
  const { headers } = response
  const status = said.status ?? response.status
  const isUnreadable = status < 400
  const words = [said.type, said.code, said.detail].filter(Boolean).join(': ')
  const retryAfter = headers.get('retry-after')
  return new SmartcarApiError(
    isUnreadable
      ? `Smartcar’s answer to ${what} is not readable, so nothing is known. Try again; if it stays so, report it with the request id.`
      : `Smartcar answered ${status} to ${what}${words === '' ? '' : ` (${words})`}.`,
    {
      failure: isUnreadable ? 'unreadable' : 'refused',
      status,
      type: said.type,
      code: said.code,
      resolution: said.resolution,
      requestId: said.requestId ?? headers.get('sc-request-id') ?? undefined,
      retryAfterMs: retryAfter === null ? undefined : Number(retryAfter) * 1000,
      suggestedUserMessage: said.suggestedUserMessage,
      isOutcomeUnknown: isCommand === true && (isUnreadable || (status >= 500 && status !== 501)),
    },
  )
}

/**
 * The error of a call that ended without a readable answer.
 *
 * @param accessToken the token that was sent; `undefined` where nothing was.
 */
export function asApiError(
  thrown: unknown,
  { what, isCommand }: FailedCall,
  accessToken: string | undefined,
): SmartcarApiError {
  if (thrown instanceof SmartcarApiError) return thrown
  const cause = createRedactor([accessToken])(thrown)
  const failure = failures[thrown instanceof ProviderError ? thrown.code : 'broken']
  const status = thrown instanceof ProviderError ? thrown.status : undefined
  return new SmartcarApiError(`${what} failed. ${cause instanceof Error ? cause.message : ''}`, {
    failure,
    status,
    retryAfterMs: thrown instanceof ProviderError ? thrown.retryAfterMs : undefined,
    // Without a token nothing was sent.
    isOutcomeUnknown: isCommand === true && failure !== 'unreachable' && accessToken !== undefined,
    cause,
  })
}
