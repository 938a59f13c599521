// Puts a simulator behind a port of this machine.

import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Simulator } from '../simulator.ts'

/** A simulator that listens on a port. */
export type SimulatorServer = {
  /** The address to open, such as `http://localhost:4010`. */
  readonly address: string
  /** Stops listening and ends open connections. */
  readonly stop: () => Promise<void>
}

/**
 * Listens on the loopback interface only, for IPv4 and, where the machine has it, IPv6: a page on
 * `http://localhost` may come by either. With `host` it listens there instead.
 *
 * @throws the error of `node:http`, such as `EADDRINUSE` for a taken port.
 */
export async function listen(
  simulator: Simulator,
  port: number,
  host?: string,
): Promise<SimulatorServer> {
  const first = await open(simulator, port, host ?? '127.0.0.1')
  const servers = [first]
  const bound = first.address()
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port
  if (host === undefined) {
    try {
      servers.push(await open(simulator, boundPort, '::1'))
    } catch (error) {
      // A machine without IPv6 is fine; a port that another program holds there is not.
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
        await close(first)
        throw error
      }
    }
  }
  return {
    address: `http://${nameToOpen(host)}:${boundPort}`,
    stop: async () => {
      await Promise.all(servers.map(close))
    },
  }
}

function open(simulator: Simulator, port: number, host: string): Promise<Server> {
  const server = createServer(
    getRequestListener(
      async (request, { outgoing }) => breakOffQuietly(await simulator.fetch(request), outgoing),
      // A request without a Host header is for localhost. Node keeps its own Request and Response.
      { hostname: 'localhost', overrideGlobalObjects: false },
    ),
  )
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

/** A name at which it answers. That of all interfaces is none: nobody can be asked by it. */
function nameToOpen(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/**
 * A scenario may break its answer off in the middle. The connection then breaks too; the server
 * would report it in the console as an error of ours.
 */
function breakOffQuietly(response: Response, outgoing: { destroy(): unknown }): Response {
  // Of our answers only one that breaks off names the encoding, since its length is not known.
  if (response.body === null || !response.headers.has('Transfer-Encoding')) return response
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch {
        // What came before is sent first.
        setImmediate(() => outgoing.destroy())
      }
    },
  })
  return new Response(body, response)
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
