// Serves the contestants' apps, and keeps the times at which requests came in.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Contestant } from './contestants.ts'

/** A running server for all apps. */
export type BenchServer = {
  readonly origin: string
  /** The time of the next request for a path, by this process's clock in milliseconds. */
  readonly nextRequest: (path: string) => Promise<number>
  readonly stop: () => void
}

const page = `<!doctype html><html lang="en"><title>App</title>
<button id="connect">Connect your car</button>
<script type="module" src="stdin.js"></script>`

/**
 * Starts the server on a free port.
 *
 * @param delayMs how long each answer takes
 */
export async function startBenchServer(
  contestants: readonly Contestant[],
  delayMs: () => number,
): Promise<BenchServer> {
  const waiting = new Map<string, (time: number) => void>()
  const server = createServer(async (request, response) => {
    const time = performance.now()
    const { pathname, searchParams } = new URL(`http://localhost${request.url}`)
    waiting.get(pathname)?.(time)
    waiting.delete(pathname)
    await sleep(delayMs())
    const app = contestants.find(({ path }) => pathname.startsWith(path))
    const name = pathname.slice(app?.path.length)
    const content = name === '' ? page : app?.files.get(name)
    if (name === 'exchange') {
      response.setHeader('Content-Type', 'application/json').end('{}')
    } else if (content === undefined) {
      response.writeHead(404).end()
    } else {
      response.setHeader('Content-Type', name.endsWith('.js') ? 'text/javascript' : 'text/html')
      response.setHeader('Cache-Control', 'no-store')
      if (searchParams.has('isolated')) {
        // An isolated page has the finest clock.
        response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
        response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
      }
      response.end(content)
    }
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    nextRequest: path => new Promise(resolve => waiting.set(path, resolve)),
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
