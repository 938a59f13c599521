// The two ways to connect.

/** `live` is version 3 with one backend; `code` is version 2: a code for an endpoint of the app's own. */
export type Way = 'live' | 'code'

/** The way for what the address says: version 3 unless it is `code`. */
export function readWay(text: string): Way {
  return text === 'code' ? 'code' : 'live'
}
