// What the provider says can be done about an error.

import { textAt } from './read-json.ts'

/** What the provider says can be done about an error. */
export type Resolution = {
  /** The kind, such as `REAUTHENTICATE` or `RETRY_LATER`. The set is open. */
  readonly type: string
  /** An address of the provider's about it, where it gives one: always of `https:`. */
  readonly url?: string
}

const longestLink = 2000

/** Reads a resolution: an object, or in older answers a text. */
export function readResolution(value: unknown): Resolution | undefined {
  const type = typeof value === 'string' ? value : textAt(value, 'type')
  if (type === undefined || !/^[\w.:-]{1,64}$/.test(type)) return undefined
  const url = linkOf(textAt(value, 'url'))
  return { type, ...(url !== undefined && { url }) }
}

/** An address that an app may show as a link: one of `javascript:` would run in its page. */
function linkOf(url: string | undefined): string | undefined {
  const isLink = url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:'
  return isLink && url.length <= longestLink ? url : undefined
}
