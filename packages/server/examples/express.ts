// Express: before any body parser, because the handler reads and limits the body itself.

import { Readable } from 'node:stream'
import express from 'express'
import { exchange } from './exchange.ts'

export const app = express()
app.post('/api/smartcar/exchange', async (incoming, outgoing) => {
  const headers = new Headers(Object.entries(incoming.headersDistinct).map(([n, v]) => [n, `${v}`]))
  const body = Readable.toWeb(incoming) as ReadableStream
  const url = new URL(incoming.originalUrl, 'http://localhost')
  const response = await exchange(
    new Request(url, { method: 'POST', headers, body, duplex: 'half' }),
  )
  outgoing.status(response.status).setHeaders(response.headers)
  outgoing.end(Buffer.from(await response.arrayBuffer()))
})
