// Puts a simulator behind a port of this machine, with node:http.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Simulator } from '../simulator.ts'

/** A simulator that listens. */
export type Listening = {
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
): Promise<Listening> {
  const first = await open(simulator, port, host ?? '127.0.0.1')
  const servers = [first]
  const bound = first.address()
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port
  if (host === undefined) {
    try {
      servers.push(await open(simulator, boundPort, '::1'))
    } catch (error) {
      // A machine without IPv6 is fine; a port that someone else holds there is not.
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
        await close(first)
        throw error
      }
    }
  }
  return {
    address: `http://${host?.includes(':') ? `[${host}]` : (host ?? 'localhost')}:${boundPort}`,
    stop: async () => {
      await Promise.all(servers.map(close))
    },
  }
}

/** Whether only this machine reaches a host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

function open(simulator: Simulator, port: number, host: string): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    respond(simulator, incoming, outgoing).catch(() => {
      // The answer broke off, by the caller's or a scenario's will: so does the connection.
      outgoing.destroy()
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

async function respond(
  simulator: Simulator,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const address = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  if (!URL.canParse(address)) {
    outgoing.writeHead(400).end()
    return
  }
  const response = await simulator.fetch(
    new Request(address, {
      method,
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
        (values ?? []).map((value): [string, string] => [name, value]),
      ),
      ...(hasBody && { body: await readBody(incoming) }),
    }),
  )
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null || method === 'HEAD') outgoing.end()
  else await pipeline(Readable.fromWeb(response.body), outgoing)
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of incoming) {
    bytes += part.length
    // What is beyond the simulator's own limit is counted, not kept.
    if (bytes <= 200_000) parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
