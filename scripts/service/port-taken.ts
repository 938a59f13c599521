// Whether a program on this machine already answers on a port.

import { connect } from 'node:net'

/**
 * Asks both loopback addresses, because a server that listens on one of them alone leaves the
 * other free to bind, and the browser may then reach the wrong program.
 */
export async function isPortTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map(host => accepts(host, port)))
  return answers.includes(true)
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    function settle(taken: boolean) {
      socket.destroy()
      resolve(taken)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })
}
