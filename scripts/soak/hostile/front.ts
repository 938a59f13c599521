// What the browser talks to: the app's page, and a balancer in front of both server processes.

import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { redirectPage } from 'smartcar-connect/redirect-page'
import type { AppPage } from './app-page.ts'

/**
 * The network between browser and servers.
 *
 * - `good`: requests and answers arrive
 * - `cut`: requests do not reach a server
 * - `deaf`: requests reach a server, and the answers are lost
 */
export type Network = 'good' | 'cut' | 'deaf'

/** The running front. */
export type Front = {
  readonly origin: string
  /** Changes the network for the requests that come from now on. */
  readonly setNetwork: (network: Network) => void
  /** Serves the page; before that there is none. */
  readonly setPage: (page: AppPage) => void
  /** Sends requests to these addresses in turn. */
  readonly setBackends: (urls: () => readonly string[]) => void
  readonly stop: () => void
}

const redirect = redirectPage()

/** Starts the front on a free port of this machine. */
export async function startFront(): Promise<Front> {
  let network: Network = 'good'
  let page: AppPage = new Map()
  let backends: () => readonly string[] = () => []
  let turn = 0

  function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const urls = backends()
    turn += 1
    const backend = urls[turn % Math.max(1, urls.length)]
    if (network === 'cut') return void incoming.destroy()
    if (backend === undefined) return void badGateway(outgoing)
    const isDeaf = network === 'deaf'
    const { method, headers } = incoming
    const onward = ask(new URL(incoming.url ?? '/', backend), { method, headers }, answer => {
      if (isDeaf) return void answer.resume().once('end', () => incoming.destroy())
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      answer.once('error', () => outgoing.destroy())
    })
    onward.once('error', () => badGateway(outgoing))
    incoming.pipe(onward)
  }

  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost')
    const file = page.get(pathname)
    if (pathname === '/session' || pathname === '/exchange') return forward(incoming, outgoing)
    if (pathname === '/smartcar-redirect.html') {
      outgoing.writeHead(200, redirect.headers).end(redirect.html)
    } else if (file === undefined) {
      outgoing.writeHead(404).end()
    } else {
      const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
      outgoing.writeHead(200, { 'Content-Type': type }).end(file)
    }
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    setNetwork(next) {
      network = next
    },
    setPage(next) {
      page = next
    },
    setBackends(next) {
      backends = next
    },
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** As a balancer answers when the process behind it is gone. */
function badGateway(outgoing: ServerResponse): void {
  if (outgoing.headersSent) outgoing.destroy()
  else outgoing.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502 Bad Gateway</h1>')
}
