// For which hosts the simulator answers.

/**
 * Whether a request for this host may be answered: this machine's own names, the provider's, and
 * those that the developer allowed. A foreign page can point a name of its own at this machine,
 * and would then count as the same origin; it cannot do so with any of these names.
 *
 * @param hostname as `URL` writes it: in small letters, an IPv6 address in brackets
 */
export function isAllowedHost(hostname: string, hosts: readonly string[]): boolean {
  return isLoopback(hostname) || isProvider(hostname) || hosts.includes(hostname)
}

/** Whether a host is always this machine: `localhost`, a name below it, `127.…` or `[::1]`. */
export function isLoopback(hostname: string): boolean {
  return (
    /^(?:[\w-]+\.)*localhost$/.test(hostname) ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  )
}

/** The name of a host as `URL` writes it, without a port; `undefined` if it is no host. */
export function hostnameOf(host: string): string | undefined {
  const address = `http://${host}`
  if (/[\s/?#@\\]/.test(host) || !URL.canParse(address)) return undefined
  return new URL(address).hostname
}

// Code under test may call the provider's own addresses through the simulator's `fetch`.
function isProvider(hostname: string): boolean {
  return /^(?:[\w-]+\.)*smartcar\.com$/.test(hostname)
}
