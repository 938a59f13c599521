// Takes the code and the token out of what a developer will see: an app's own errors may quote them.

const gone = '[secret]'
// Errors hold errors, requests and settings; whatever lies deeper is not shown, nor what comes after
// so many objects that looking would take long.
const maxDepth = 8
const maxObjects = 5_000

/**
 * The same value if it holds none of the secrets; otherwise a copy without them. Errors keep their
 * class. Looks into messages, stacks, causes and fields, those behind getters included, and at each
 * text as it is and as part of an address.
 *
 * What nobody can look into, such as a stream, bytes, an element or a proxy that throws, is left out.
 * So the copy of a `Response` has its status and headers, but no body.
 *
 * @param secrets texts that must not get out; empty ones are left out
 */
export function withoutSecrets<V>(value: V, secrets: readonly (string | undefined)[]): V {
  const texts = secrets.flatMap(secret =>
    secret
      ? [secret, encodeURIComponent(secret), `${new URLSearchParams([['', secret]])}`.slice(1)]
      : [],
  )
  const seen = new Map<unknown, unknown>()
  let isFound = false

  function hide() {
    isFound = true
    return gone
  }

  function clean(text: string) {
    return texts.reduce((rest, secret) => rest.replaceAll(secret, hide), text)
  }

  function copy(part: unknown, depth: number): unknown {
    if (typeof part === 'string') return clean(part)
    if (typeof part === 'symbol') return clean(part.toString()).includes(gone) ? gone : part
    if (Object(part) !== part) return part
    if (seen.has(part)) return seen.get(part)
    if (depth === maxDepth || seen.size === maxObjects) return hide()
    try {
      return copyObject(part as object, depth)
    } catch {
      return hide()
    }
  }

  function copyObject(part: object, depth: number): unknown {
    // A function with fields cannot be copied.
    if (typeof part === 'function') return Object.keys(part).length ? hide() : part
    // Unlike its class, this also tells what an object of another window is.
    const kind = Object.prototype.toString.call(part).slice(8, -1)
    if (/^(URL|URLSearchParams|String)$/.test(kind)) return clean(`${part}`)
    if (/^(Map|Set|Headers|FormData)$/.test(kind)) {
      return copy([...(part as Iterable<unknown>)], depth)
    }
    if (kind === 'Date') return part
    if (/(Blob|File|Stream|Buffer|Promise)$/.test(kind)) return hide()
    if (ArrayBuffer.isView(part) || 'dispatchEvent' in part) return hide()
    const twin = Array.isArray(part) ? [] : Object.create(Object.getPrototypeOf(part))
    seen.set(part, twin)
    // Fields of a class are read as well: getters may show what is private.
    for (let at = part; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      for (const name of Reflect.ownKeys(at)) {
        const key = typeof name === 'string' ? clean(name) : (copy(name, depth) as symbol)
        // The nearest one counts, and a list counts for itself.
        if (Object.hasOwn(twin, key)) continue
        const { get, enumerable = false } = Reflect.getOwnPropertyDescriptor(at, name) ?? {}
        const field = attempt(() => Reflect.get(part, name))
        // What a log gets that calls it.
        const isText = typeof field === 'function' && /^to(JSON|String)$/.test(key.toString())
        const value = isText ? attempt(() => Reflect.apply(field, part, [])) : field
        const isOwn = at === part
        if (!isOwn && typeof value === 'function') continue
        const inner = copy(value, depth + 1)
        if (!isOwn && !get && inner === value) continue
        Object.defineProperty(twin, key, {
          value: isText ? () => inner : inner,
          enumerable,
          writable: true,
          configurable: true,
        })
      }
    }
    return twin
  }

  const cleaned = copy(value, 0)
  return isFound ? (cleaned as V) : value
}

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
