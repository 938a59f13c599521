// Takes the code and the token out of what a developer will see: an app's own errors may quote them.

const gone = '[secret]'
// Errors hold errors, requests and settings; whatever lies deeper is not shown.
const maxDepth = 8

/**
 * The same value if it holds none of the secrets; otherwise a copy without them. Errors keep their
 * class. Looks into messages, stacks, causes and fields, and at each text as it is and as part of an
 * address.
 *
 * @param secrets texts that must not get out; empty ones are left out
 */
export function withoutSecrets<V>(value: V, secrets: readonly (string | undefined)[]): V {
  const texts = secrets.flatMap(secret => (secret ? [secret, encodeURIComponent(secret)] : []))
  const seen = new Map<object, unknown>()
  const clean = (text: string) =>
    texts.reduce((rest, secret) => rest.replaceAll(secret, gone), text)

  function copy(part: unknown, depth: number): unknown {
    if (typeof part === 'string') return clean(part)
    if (typeof part === 'function' || typeof part === 'symbol') return part
    if (!part || typeof part !== 'object') return part
    if (seen.has(part)) return seen.get(part)
    if (depth === maxDepth) return gone
    if (part instanceof URL || part instanceof URLSearchParams) return clean(`${part}`)
    if (part instanceof Map || part instanceof Set) return copy([...part], depth)
    const twin = Array.isArray(part) ? [] : Object.create(Object.getPrototypeOf(part))
    seen.set(part, twin)
    for (const name of Reflect.ownKeys(part)) {
      // A list counts for itself.
      if (name === 'length' && Array.isArray(part)) continue
      const { enumerable = false } = Reflect.getOwnPropertyDescriptor(part, name) ?? {}
      const key = typeof name === 'string' ? clean(name) : name
      const inner = copy(fieldOf(part, name), depth + 1)
      Object.defineProperty(twin, key, {
        value: inner,
        enumerable,
        writable: true,
        configurable: true,
      })
    }
    return twin
  }

  return holds(value, texts) ? (copy(value, 0) as V) : value
}

// Whether a value holds one of these texts anywhere, or lies too deep to know.
function holds(
  part: unknown,
  texts: readonly string[],
  depth = 0,
  seen: Set<unknown> = new Set(),
): boolean {
  if (typeof part === 'string') return texts.some(text => part.includes(text))
  if (!part || typeof part !== 'object' || seen.has(part)) return false
  if (depth === maxDepth) return true
  seen.add(part)
  if (part instanceof URL || part instanceof URLSearchParams) return holds(`${part}`, texts)
  if (part instanceof Map || part instanceof Set) return holds([...part], texts, depth, seen)
  return Reflect.ownKeys(part).some(
    name => holds(name, texts) || holds(fieldOf(part, name), texts, depth + 1, seen),
  )
}

function fieldOf(part: object, name: string | symbol): unknown {
  try {
    return Reflect.get(part, name)
  } catch {
    return undefined
  }
}
