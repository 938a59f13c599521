// Paths of version 3 with ids in them.

/** A path, and how it is called in messages: with names in the place of ids. */
export type ApiPath = { readonly path: string; readonly what: string }

/**
 * Puts ids in the places of `{id}`.
 *
 * @throws {TypeError} for an id that would ask for something else.
 */
export function apiPath(what: string, ...ids: readonly string[]): ApiPath {
  let next = 0
  return { path: what.replace(/\{id\}/g, () => encodeURIComponent(checkedId(ids[next++]))), what }
}

/**
 * Returns an id that can stand in a path or a header.
 *
 * @throws {TypeError} for one that is empty, a step in a path, or no visible ASCII.
 */
export function checkedId(id: unknown): string {
  if (typeof id === 'string' && /^[!-~]{1,256}$/.test(id) && !/^\.{1,2}$/.test(id)) return id
  throw new TypeError(
    'An id is empty or has characters that no id has, so the call would be about something else. Give the id that a connection has.',
  )
}

/**
 * Returns the filters that are set. One that is there and empty would find the cars of everybody.
 *
 * @throws {TypeError} for a filter that is set and empty.
 */
export function filters(
  wanted: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const set = Object.entries(wanted).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set.map(([name, value]) => [`filter[${name}]`, checkedFilter(value)]))
}

function checkedFilter(value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new TypeError(
    'A filter is empty, so the call would be about everybody. Give a text, or leave the filter out.',
  )
}
