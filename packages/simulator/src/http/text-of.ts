// Reads a value of a JSON document as text.

/** A primitive value as text, and `(no text)` for an object: not every object can be made into one. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? '(no text)' : String(value)
}
