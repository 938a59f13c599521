// Keeps real credentials out of the simulator.

/**
 * Whether a secret has the form of a real one. The provider's secrets are UUIDs; a secret that
 * someone made up for the simulator hardly ever is.
 */
export function looksLive(secret: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(secret)
}
