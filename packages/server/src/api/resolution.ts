// What the provider says can be done about an error.

import { textAt } from './read-json.ts'

/** What the provider says can be done about an error. */
export type Resolution = {
  /** The kind, such as `REAUTHENTICATE` or `RETRY_LATER`. The set is open. */
  readonly type: string
  /** An address of the provider's about it, where it gives one. */
  readonly url?: string
}

/** Reads a resolution: an object, or in older answers a text. */
export function readResolution(value: unknown): Resolution | undefined {
  const type = typeof value === 'string' ? value : textAt(value, 'type')
  const url = textAt(value, 'url')
  return type === undefined ? undefined : { type, ...(url !== undefined && { url }) }
}
