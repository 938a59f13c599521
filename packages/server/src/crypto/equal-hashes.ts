// Compares hashes in constant time.

/**
 * Says whether two hashes are equal, in a time that depends on their length alone.
 *
 * @see https://cwe.mitre.org/data/definitions/208.html
 */
export function equalHashes(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let index = 0; index < one.length; index += 1) {
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index)
  }
  return difference === 0
}
