// Reads JSON of somebody else without trusting its form.

/** The value below some names, or `undefined` where one of them is missing. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let inner = value
  for (const name of path) {
    // Only what the document itself has: no name of a prototype.
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, name)) return undefined
    inner = Reflect.get(inner, name)
  }
  return inner
}

/** The fields of an object; none where it is no object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** The text below some names. An empty one counts as missing. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** The number below some names. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}

/** The time below some names: ISO 8601 or milliseconds since 1970. A time stamp of 0 is none. */
export function timeAt(value: unknown, ...path: readonly string[]): Date | undefined {
  const found = valueAt(value, ...path)
  if (typeof found !== 'string' && typeof found !== 'number') return undefined
  const time = new Date(found)
  return Number.isNaN(time.getTime()) || time.getTime() === 0 ? undefined : time
}

/** The texts of a list; none where it is no list. */
export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  const found = valueAt(value, ...path)
  return Array.isArray(found) ? found.filter(item => typeof item === 'string') : []
}
