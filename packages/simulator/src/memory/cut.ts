// Cuts a text so that nothing of the rest stays in memory.

/**
 * The beginning of a text, with `…` behind it if it was longer. It is a copy: the engine keeps the
 * whole of a text alive as long as a slice of it is held, and bodies may be large.
 */
export function cut(text: string, length: number): string {
  const copy = structuredClone(text.slice(0, length))
  return text.length > length ? `${copy}…` : copy
}
