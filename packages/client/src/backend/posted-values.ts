// What a value may be that is posted to the app's backend. The server has the same table.

/** What a value of one name may be. */
export type PostedValue = {
  /** The most bytes of UTF-8 that it may have. */
  readonly maxBytes: number
  /** The characters that it is made of. */
  readonly pattern: RegExp
}

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
  state: { maxBytes: 1000, pattern: /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u },
  externalId: { maxBytes: 256, pattern: /^[^\p{Cc}\p{Cs}]*$/u },
  vehicleId: { maxBytes: 128, pattern: visible },
  userId: { maxBytes: 128, pattern: visible },
  code: { maxBytes: 1024, pattern: visible },
  virtualKeyUrl: { maxBytes: 512, pattern: visible },
}

/** Whether the backend takes this text under this name. */
export function canPost(name: PostedName, text: string): boolean {
  const { maxBytes, pattern } = postedValues[name]
  return pattern.test(text) && new TextEncoder().encode(text).length <= maxBytes
}
