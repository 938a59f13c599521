// A port that no program uses at the moment.

import { createServer } from 'node:net'

/** Finds a free port on this machine. */
export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(Object(address).port))
    })
  })
}
