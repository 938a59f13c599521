// Reads parameters of which each may appear only once.

/** The parameters by name, or the name of the first one that appeared more than once. */
export type SingleValues =
  | { readonly ok: true; readonly values: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly repeated: string }

/**
 * Collects query or form parameters, and refuses repeats: of two values one
 * parser chooses the first and another the last.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
export function singleValues(params: Iterable<readonly [string, string]>): SingleValues {
  const values = new Map<string, string>()
  for (const [name, value] of params) {
    if (values.has(name)) return { ok: false, repeated: name }
    values.set(name, value)
  }
  return { ok: true, values }
}
