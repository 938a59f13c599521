// The path of a request, as the routes are written: below the base path, as it was sent.

import type { Simulation } from './context.ts'

/**
 * Finds the path below the simulator's base path. Nothing in it is decoded, so that an address
 * has one spelling only, and a slash at its end is dropped: the provider's own SDKs put one
 * behind some paths. A path that is not below the base path is found nowhere. A version with a dot
 * that does not exist is answered as the newest of these, 2.0, as the provider does it.
 */
export function pathBelow(request: Request, { basePath }: Pick<Simulation, 'basePath'>): string {
  const pathname = pathnameOf(request.url)
  const isBelow = pathname === basePath || pathname.startsWith(`${basePath}/`)
  if (!isBelow) return `/outside:${pathname}`
  const path = pathname.slice(basePath.length).replace(/\/+$/, '')
  return path.replace(/^\/v\d+\.\d+(?=\/)/, '/v2.0') || '/'
}

// Faster than `new URL`; the address of a Request is in its normal form already.
function pathnameOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const end = url.slice(start).search(/[?#]/)
  return end < 0 ? url.slice(start) : url.slice(start, start + end)
}
