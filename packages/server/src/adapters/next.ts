// Puts a handler of this package into a route of Next.js.

import { type FetchHandler, handlerFunction } from './fetch-handler.ts'

/** The functions that a `route.ts` of the App Router exports. */
export type NextRouteHandlers = {
  /** Answers a GET, such as the one for the redirect page. */
  readonly GET: (request: Request) => Promise<Response>
  /** Answers a POST, such as the one with a grant. */
  readonly POST: (request: Request) => Promise<Response>
  /** Answers what a browser asks before it posts from another origin. */
  readonly OPTIONS: (request: Request) => Promise<Response>
}

/**
 * Makes the exports of a catch-all route, such as `app/api/smartcar/[...smartcar]/route.ts`. For the
 * Pages Router use `toNodeListener`, with `export const config = { api: { bodyParser: false } }`.
 *
 * @returns the functions to export from the route
 * @see https://nextjs.org/docs/app/api-reference/file-conventions/route
 * @example
 * export const { GET, POST, OPTIONS } = toNextRoute(smartcar)
 */
export function toNextRoute(handler: FetchHandler): NextRouteHandlers {
  const answer = handlerFunction(handler)
  // What Next hands over beside the request is not passed on.
  function handle(request: Request): Promise<Response> {
    return answer(request)
  }
  return { GET: handle, POST: handle, OPTIONS: handle }
}
