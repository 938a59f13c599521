// Finds the route of a method and a path.
import type { Handler, Route } from '../routes.ts'

/** The handler with the path segments it names; or the methods that the path has; or nothing. */
export type FoundRoute =
  | {
      readonly kind: 'found'
      readonly handler: Handler
      readonly segments: Readonly<Record<string, string>>
    }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'nothing' }

/** Makes the search over some routes. HEAD is answered like GET. */
export function createRouteFinder(
  routes: readonly Route[],
): (method: string, path: string) => FoundRoute {
  const exact = new Map<string, Map<string, Handler>>()
  const named: { readonly method: string; readonly parts: string[]; readonly handler: Handler }[] =
    []
  for (const [method, path, handler] of routes) {
    if (path.includes(':')) {
      named.push({ method, parts: path.split('/'), handler })
    } else {
      const methods = exact.get(path) ?? new Map<string, Handler>()
      exact.set(path, methods.set(method, handler))
    }
  }
  return (wanted, path) => {
    const method = wanted === 'HEAD' ? 'GET' : wanted
    const methods = exact.get(path)
    const handler = methods?.get(method)
    if (handler !== undefined) return { kind: 'found', handler, segments: {} }
    const allowed = [...(methods?.keys() ?? [])]
    const parts = path.split('/')
    for (const route of named) {
      const segments = matchSegments(route.parts, parts)
      if (segments === undefined) continue
      if (route.method === method) return { kind: 'found', handler: route.handler, segments }
      allowed.push(route.method)
    }
    return allowed.length > 0 ? { kind: 'wrong-method', allowed } : { kind: 'nothing' }
  }
}

function matchSegments(
  wanted: readonly string[],
  given: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (wanted.length !== given.length) return undefined
  const segments: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':')) segments[part.slice(1)] = value
    else if (part !== value) return undefined
  }
  return segments
}
