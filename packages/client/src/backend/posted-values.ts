// What a value may be that is posted to the app's backend. The server has the same table.

/** What a value of one name may be: the most bytes of UTF-8, and the characters. */
export type PostedValue = readonly [maxBytes: number, pattern: RegExp]

/** The name of a value that is posted. */
export type PostedName = 'state' | 'externalId' | 'vehicleId' | 'userId' | 'code' | 'virtualKeyUrl'

const visible = /^[\x21-\x7e]+$/

/**
 * What each value may be: well-formed text where the app writes it, of which only `state` may hold tabs
 * and line breaks, and visible ASCII where Smartcar makes it.
 *
 * The server refuses anything else after the person has agreed, so it is refused here before Connect
 * opens, or before it is sent.
 */
export const postedValues: Readonly<Record<PostedName, PostedValue>> = {
  state: [1000, /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u],
  externalId: [256, /^[^\p{Cc}\p{Cs}]*$/u],
  vehicleId: [128, visible],
  userId: [128, visible],
  code: [1024, visible],
  virtualKeyUrl: [512, visible],
}

/** Whether the backend takes this text under this name. */
export function canPost(name: PostedName, text: string): boolean {
  const [maxBytes, pattern] = postedValues[name]
  return pattern.test(text) && new TextEncoder().encode(text).length <= maxBytes
}
