// Loads what is not needed in the click itself.

/** The module, loaded once. Rejects when the network fails, and may then be tried again. */
export function loadLate(): Promise<typeof import('./late.ts')> {
  return import('./late.ts')
}
