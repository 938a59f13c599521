// An answer that must be there.

import { SmartcarApiError } from './smartcar-api-error.ts'

/** Returns what was read, or throws that the answer has another form than documented. */
export function readable<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value
  throw new SmartcarApiError(
    `Smartcar’s answer to ${what} has another form than documented, so nothing is known. Report it if it stays so.`,
    { failure: 'unreadable' },
  )
}
