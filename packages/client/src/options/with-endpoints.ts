// The option `backend`: one address that stands for those of the endpoints below it.

import type { Endpoint } from '../backend/post-json.ts'
import { refuse } from '../messages/refuse.ts'
import type { ConnectOptions, EndpointOptions } from './connect-options.ts'
import { goesWithBackend } from './connect-url.ts'

/**
 * The options with `backend` written out as `session` and `exchange`. Options without `backend` are
 * returned as they are.
 *
 * Cookies go along, so that the backend may also be on another host of the page's site.
 *
 * @throws {TypeError} naming an option that does not go with `backend`, and for a `backend` that is no
 *   address
 */
export function withEndpoints<T>(options: ConnectOptions<T>): EndpointOptions<T> {
  if (!options.backend) return options as EndpointOptions<T>
  const { backend, ...rest } = options
  if (!/^[^\s?#]+$/.test(backend)) refuse('backend', 'is invalid')
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== '' && !goesWithBackend(name)) {
      refuse(name, 'does not go with `backend`: leave out one of them', 'backend')
    }
  }
  function endpoint(name: string): Endpoint {
    return { url: `${backend}`.replace(/\/*$/, `/${name}`), credentials: 'include' }
  }
  return { ...rest, session: endpoint('session'), exchange: endpoint('exchange') }
}
