// Reads the fields of JSON objects that somebody else wrote.

/** Fields by name. What they hold is not known yet. */
export type Fields = Readonly<Record<string, unknown>>

/** The fields of a body; none if it is no JSON, or JSON of anything else than an object. */
export function jsonFields(body: string): Fields {
  try {
    return fieldsOf(JSON.parse(body))
  } catch {
    return {}
  }
}

/** The fields of a value; none if it is no object. */
export function fieldsOf(value: unknown): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? { ...value } : {}
}
