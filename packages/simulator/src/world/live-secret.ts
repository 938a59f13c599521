// Keeps real credentials out of the simulator.

/**
 * Whether a secret looks like a real one of the provider. Those are UUIDs, and a secret that was
 * made up for the simulator is hardly ever a UUID.
 */
export function looksLive(secret: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(secret)
}
