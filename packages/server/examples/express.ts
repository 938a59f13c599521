// Express: before any body parser, because the handler reads and limits the body itself.

import { Readable } from 'node:stream'
import express, { type RequestHandler } from 'express'
import { exchange } from './exchange.ts'

/** Mounts a handler from `Request` to `Response`. */
function mount(handler: (request: Request) => Promise<Response>): RequestHandler {
  return async (incoming, outgoing) => {
    const headers = new Headers()
    for (const [name, values] of Object.entries(incoming.headersDistinct)) {
      headers.set(name, `${values}`)
    }
    const body = Readable.toWeb(incoming) as ReadableStream
    const init = { method: incoming.method, headers, body, duplex: 'half' } as const
    const url = new URL(incoming.originalUrl, 'http://localhost')
    const response = await handler(new Request(url, init))
    outgoing.status(response.status).setHeaders(response.headers)
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  }
}

export const app = express()
app.post('/api/smartcar/exchange', mount(exchange))
