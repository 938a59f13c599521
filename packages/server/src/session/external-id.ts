// The external id of a session: what the provider writes to the connection, and only this server knows.

/**
 * Makes an external id: 32 hexadecimal digits, 128 random bits.
 *
 * Which characters and how many the provider takes is not documented, so it is short and plain. It is
 * new for every session. The provider keeps one for each person, so a newer session displaces an older
 * one: of two tabs the last to end succeeds, and the other is told to begin again. In return an address
 * that was passed on is good for one session, and no id links a person from year to year.
 */
export function newExternalId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
