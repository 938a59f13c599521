// For tests: puts a fetch function, such as the simulator's, behind a port.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Fetch } from '../src/provider/provider-fetch.ts'

/** A fetch function that listens. */
export type ServedFetch = { url: string; stop: () => Promise<void> }

/** Listens on a free port of loopback and answers with `fetch`. */
export async function serveFetch(fetch: Fetch): Promise<ServedFetch> {
  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming
    const body = await buffer(incoming)
    const request = new Request(new URL(url, `http://${headers.host}`), {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, `${value}`]),
      body: method === 'GET' ? null : new Uint8Array(body),
    })
    const response = await fetch(request)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(new Uint8Array(await response.arrayBuffer()))
  }
  const server = createServer((incoming, outgoing) => {
    // A caller that has gone needs no answer, and a fetch that throws breaks the connection.
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
