// Turns text into numbers and ids that are the same every time, so that fake data is stable.

/**
 * A 32-bit hash of text (FNV-1a with a final mix). For choosing fake data and labels only:
 * it protects nothing.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A number from 0 to 1 that is always the same for the same text. */
export function stableShare(text: string): number {
  return stableHash(text) / 0xffffffff
}

/** A number between two others that is always the same for the same text. */
export function stableBetween(text: string, from: number, to: number): number {
  return from + stableShare(text) * (to - from)
}

/** One of several things, always the same for the same text. */
export function stableChoice<Item>(text: string, items: readonly [Item, ...Item[]]): Item {
  return items[stableHash(text) % items.length] ?? items[0]
}

/** Eight hexadecimal digits of `stableHash`. */
export function stableHex(text: string): string {
  return stableHash(text).toString(16).padStart(8, '0')
}

/** An id in the form of a UUID that is always the same for the same text. Guessable by design. */
export function stableUuid(text: string): string {
  const hex = [0, 1, 2, 3].map(part => stableHex(`${part} ${text}`)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
