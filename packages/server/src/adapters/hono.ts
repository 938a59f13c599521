// Puts a handler of this package into a route of Hono.

import { type FetchHandler, handlerFunction } from './fetch-handler.ts'

/** The part of Hono's context that is used, `req` with the `raw` request; naming it needs no dependency. */
type HonoContext = { readonly req: { readonly raw: Request } }

/**
 * Makes a handler for a wildcard route of Hono, on any runtime that it has.
 *
 * @returns a handler of Hono's
 * @see https://hono.dev/docs/api/routing
 * @example
 * app.all('/api/smartcar/*', toHonoHandler(smartcar))
 */
export function toHonoHandler(handler: FetchHandler): (context: HonoContext) => Promise<Response> {
  const answer = handlerFunction(handler)
  return ({ req }) => answer(req.raw)
}
