// Recognizes this machine.

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Says whether a URL points at this machine, as the simulator's does in development. */
export function isLoopback(url: URL): boolean {
  return loopback.has(url.hostname)
}
