// A request of the page as a server gets it, with the headers that a browser adds behind the worker.

/** The body is read already, since not every browser lets a worker stream it. */
export class PageRequest extends Request {
  readonly #headers: Headers
  readonly #body: ReadableStream<Uint8Array<ArrayBuffer>> | null

  constructor(request: Request, body: string, cookie: string) {
    super(request.url, { method: request.method })
    // Headers of their own may hold what those of a request may not.
    this.#headers = new Headers(request.headers)
    this.#headers.set('origin', new URL(request.url).origin)
    this.#headers.set('sec-fetch-site', 'same-origin')
    if (cookie) this.#headers.set('cookie', cookie)
    this.#body = body ? new Response(body).body : null
  }

  override get headers(): Headers {
    return this.#headers
  }

  override get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    return this.#body
  }
}
