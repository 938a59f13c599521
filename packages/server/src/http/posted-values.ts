// What a value may be that the browser posts. The browser client has the same table.

/** What a value of one name may be: the most bytes of UTF-8, and the characters. */
export type PostedValue = readonly [maxBytes: number, pattern: RegExp]

/** The name of a value that the browser may post. */
export type PostedName = 'state' | 'externalId' | 'vehicleId' | 'userId' | 'code' | 'virtualKeyUrl'

const visible = /^[\x21-\x7e]+$/

/**
 * What each value may be: well-formed text where the app writes it, of which only `state` may hold tabs
 * and line breaks, and visible ASCII where the provider makes it.
 */
export const postedValues: Readonly<Record<PostedName, PostedValue>> = {
  state: [1000, /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u],
  externalId: [256, /^[^\p{Cc}\p{Cs}]*$/u],
  vehicleId: [128, visible],
  userId: [128, visible],
  code: [1024, visible],
  virtualKeyUrl: [512, visible],
}

/**
 * The largest body that is read, in bytes: it has room for a grant in which every value is as long as
 * it may be and every character is written with a backslash.
 */
export const maxPostedBytes = 8192

/** Whether a text may be posted under this name. */
export function canPost(name: PostedName, text: string): boolean {
  const [maxBytes, pattern] = postedValues[name]
  return pattern.test(text) && new TextEncoder().encode(text).length <= maxBytes
}

/** Whether a name is one of the table's own. */
export function isPostedName(name: string): name is PostedName {
  return Object.hasOwn(postedValues, name)
}
