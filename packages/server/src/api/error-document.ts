// Reads the provider's error documents: version 3's, version 2's, the token host's, and others'.

import { fieldsOf, numberAt, textAt, valueAt } from './read-json.ts'
import { type Resolution, readResolution } from './resolution.ts'

/** What an error document says. Everything may be missing: proxies answer too. */
export type ErrorDocument = {
  readonly status: number | undefined
  readonly type: string | undefined
  readonly code: string | undefined
  readonly detail: string
  readonly resolution: Resolution | undefined
  readonly requestId: string | undefined
  readonly suggestedUserMessage: string | undefined
}

const longestDetail = 300

/**
 * Reads an error document.
 *
 * @see https://smartcar.com/docs/errors/api-errors
 */
export function readErrorDocument(body: unknown): ErrorDocument {
  const errors = valueAt(body, 'errors')
  const error = Array.isArray(errors) ? errors[0] : body
  const status = Number(textAt(error, 'status') ?? numberAt(error, 'statusCode'))
  return {
    status: Number.isInteger(status) && status >= 400 && status < 600 ? status : undefined,
    type: plain(textAt(error, 'type') ?? textAt(error, 'error')),
    code: plain(textAt(error, 'code')),
    detail: shorten(
      textAt(error, 'detail') ??
        textAt(error, 'error_description') ??
        textAt(error, 'description') ??
        textAt(error, 'title') ??
        '',
    ),
    resolution: readResolution(valueAt(error, 'resolution')),
    requestId: plain(textAt(error, 'meta', 'debug', 'requestId') ?? textAt(error, 'requestId')),
    suggestedUserMessage: shortened(textAt(error, 'suggestedUserMessage')),
  }
}

/**
 * Whether an answer that began as a success is an error all the same, as a streamed one may be: in the
 * form of any version.
 */
export function isErrorDocument(body: unknown): boolean {
  const { errors, data, statusCode, error } = fieldsOf(body)
  if (data !== undefined && data !== null) return false
  const isList = Array.isArray(errors) && errors.length > 0
  return (
    isList || typeof error === 'string' || (typeof statusCode === 'number' && statusCode >= 400)
  )
}

function plain(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w.:-]{1,64}$/.test(text) ? text : undefined
}

function shortened(text: string | undefined): string | undefined {
  return text === undefined ? undefined : shorten(text)
}

function shorten(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').slice(0, longestDetail)
}
