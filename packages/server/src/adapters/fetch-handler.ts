// What adapters take: anything that answers a `Request` with a `Response`.

/** A function from `Request` to `Response`, or something that has one as `fetch`, such as a backend. */
export type FetchHandler =
  | ((request: Request) => Promise<Response>)
  | { readonly fetch: (request: Request) => Promise<Response> }

/** The function of a handler. */
export function handlerFunction(handler: FetchHandler): (request: Request) => Promise<Response> {
  return typeof handler === 'function' ? handler : request => handler.fetch(request)
}
