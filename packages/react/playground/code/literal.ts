// Values as TypeScript, in the style of the examples: single quotes, no quotes around names.

/** A value of JSON as an expression; objects and lists on one line. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (value && typeof value === 'object') {
    const members = Object.entries(value).map(([name, member]) => `${name}: ${literal(member)}`)
    return `{ ${members.join(', ')} }`
  }
  return String(value)
}

/** A text as the child of an element: as it is, or in braces where a sign of it means something. */
export function jsxText(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ,.!?’…–-]*$/u.test(text) && text === text.trim()
    ? text
    : `{${quoted(text)}}`
}

// JSON's escapes are JavaScript's too; only the quotes are others.
function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner}'`
}
