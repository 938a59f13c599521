// Puts a handler of this package behind Node's own server, and what is built on it.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type FetchHandler, handlerFunction } from './fetch-handler.ts'

/** Express and Fastify keep the path before a router cut it. */
type Incoming = IncomingMessage & { originalUrl?: string; body?: unknown }

/** A body that a parser read already. The request then counts as read, so that the handler says so. */
function wasRead(incoming: Incoming): boolean {
  return incoming.readableEnded || incoming.readableDidRead
}

/** Makes the request. Of a host only its form counts: nothing is decided by it. */
async function requestOf(incoming: Incoming, signal: AbortSignal): Promise<Request> {
  const { method = 'GET', headers, originalUrl, url = '/' } = incoming
  const host = /^[\w.:[\]-]+$/.test(headers.host ?? '') ? headers.host : 'localhost'
  const sent = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    // The names of HTTP/2 that begin with a colon are no headers.
    if (name.startsWith(':')) continue
    for (const one of [value ?? []].flat()) sent.append(name, one)
  }
  // A path that begins with two slashes would be the name of a host.
  const address = `http://${host}${(originalUrl ?? url).replace(/^(?!\/)/, '/')}`
  const init = { method, headers: sent, signal }
  if (method === 'GET' || method === 'HEAD') return new Request(address, init)
  if (wasRead(incoming)) {
    const read = new Request(address, { ...init, body: '' })
    await read.text()
    return read
  }
  const body = Readable.toWeb(incoming) as ReadableStream
  return new Request(address, { ...init, body, duplex: 'half' } as RequestInit)
}

/**
 * Makes a listener for Node’s `http` of a handler, for Express, Fastify and Nest as well. Mount it in
 * front of body parsers.
 *
 * @returns a listener; what fails while an answer is sent ends that connection and nothing else.
 * @example
 * app.use('/api/smartcar', toNodeListener(smartcar))
 */
export function toNodeListener(
  handler: FetchHandler,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  const handle = handlerFunction(handler)
  return async (incoming, outgoing) => {
    const gone = new AbortController()
    outgoing.once('close', () => gone.abort())
    try {
      const response = await handle(await requestOf(incoming, gone.signal))
      outgoing.statusCode = response.status
      for (const [name, value] of response.headers) {
        // Cookies are the one header that is not joined.
        if (name !== 'set-cookie') outgoing.setHeader(name, value)
      }
      const cookies = response.headers.getSetCookie()
      if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
      if (response.body === null || incoming.method === 'HEAD') {
        outgoing.end()
        return
      }
      outgoing.flushHeaders()
      await pipeline(Readable.fromWeb(response.body as never), outgoing)
    } catch {
      // The page went away, or the answer broke off: there is nobody to tell.
      outgoing.destroy()
    }
  }
}
