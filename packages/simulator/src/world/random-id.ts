// Unguessable values: codes, tokens, and the ids of Connect sessions and requests.

/**
 * Two random version 4 UUIDs without their dashes: 244 random bits as 64 hexadecimal digits.
 * For everything that must not be guessed.
 */
export function randomId(): string {
  return (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '')
}

/** One random version 4 UUID, the form of the provider's request ids. */
export function randomUuid(): string {
  return crypto.randomUUID()
}
