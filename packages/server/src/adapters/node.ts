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

/** The path of a request’s target, which has a host in front where it came over a proxy. */
function pathOf(target: string): string {
  if (!/^https?:/i.test(target)) return target
  const { pathname, search } = new URL(target)
  return `${pathname}${search}`
}

/** The address of a request. Of a host only its form counts: nothing is decided by it. */
function addressOf({ headers, originalUrl, url = '/' }: Incoming): string {
  const host = `http://${headers.host}`
  const isHost = /^[\w.:[\]-]+$/.test(headers.host ?? '') && URL.canParse(host)
  const path = pathOf(originalUrl ?? url)
  // A path that begins with two slashes would be the name of a host.
  return `${isHost ? host : 'http://localhost'}${path.replace(/^(?!\/)/, '/')}`
}

/**
 * The body of a request, which is not touched before it is read: Node reads and forgets a body that nobody
 * looked at. One that was read in part is read to its end here, otherwise the next request on the same
 * connection would never be read.
 */
function bodyOf(incoming: Incoming): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  function read(): ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']> {
    reader ??= (Readable.toWeb(incoming) as ReadableStream<Uint8Array>).getReader()
    return reader.read()
  }
  async function forget(): Promise<void> {
    while (reader !== undefined && !(await read()).done);
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await read()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel() {
        // Not awaited: a body that does not end must not delay the answer.
        forget().catch(() => {})
      },
    },
    { highWaterMark: 0 },
  )
}

/** Makes the request. @throws {TypeError} for a method that none can have, such as TRACE. */
async function requestOf(incoming: Incoming, signal: AbortSignal): Promise<Request> {
  const { method = 'GET', headers } = incoming
  const sent = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    // The names of HTTP/2 that begin with a colon are no headers.
    if (name.startsWith(':')) continue
    for (const one of [value ?? []].flat()) sent.append(name, one)
  }
  const address = addressOf(incoming)
  const init = { method, headers: sent, signal }
  if (method === 'GET' || method === 'HEAD') return new Request(address, init)
  if (wasRead(incoming)) {
    const read = new Request(address, { ...init, body: '' })
    await read.text()
    return read
  }
  return new Request(address, { ...init, body: bodyOf(incoming), duplex: 'half' } as RequestInit)
}

/**
 * Makes a listener for Node’s `http` of a handler, for Express, Fastify and Nest as well. Mount it in
 * front of body parsers.
 *
 * @returns a listener; a request that cannot be made is answered with 400, a handler that rejects with
 * 500, and what fails while an answer is sent ends that connection and nothing else.
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
    let failure: 400 | 500 = 400
    try {
      const request = await requestOf(incoming, gone.signal)
      failure = 500
      const response = await handle(request)
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
      if (outgoing.headersSent || outgoing.destroyed) {
        outgoing.destroy()
        return
      }
      // A connection that is cut would look to a proxy in front like a server that is down.
      outgoing.statusCode = failure
      outgoing.end()
    }
  }
}
