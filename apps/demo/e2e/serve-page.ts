// A page of somebody else, on an origin of its own.

import { createServer } from 'node:http'

/** A page that is served. */
export type ServedPage = {
  /** Where it is served. */
  readonly origin: string
  /** Ends the server and its connections. */
  readonly stop: () => void
}

/**
 * Serves a page at every path of a free port.
 *
 * @param host `localhost` is the site of the app; `127.0.0.1` is another site
 * @param bodyFor the body of the page, for the query of its address
 */
export async function servePage(
  host: 'localhost' | '127.0.0.1',
  bodyFor: (query: URLSearchParams) => string,
): Promise<ServedPage> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(`http://${host}${request.url}`)
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end(`<!doctype html>${bodyFor(searchParams)}`)
  })
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  const { port } = Object(server.address())
  return {
    origin: `http://${host}:${port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
