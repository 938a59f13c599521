// Refuses what a page of another origin could send: requests for foreign hosts, and foreign forms.

import type { Next } from 'hono'
import { hostnameOf, isAllowedHost } from './allowed-host.ts'
import type { SimulatorContext } from './context.ts'
import { jsonResponse } from './json-response.ts'

/**
 * Answers 403 to a foreign host and to a page of another origin that wants to change something,
 * before anything is read or recorded.
 *
 * @see https://owasp.org/www-community/attacks/DNS_Rebinding
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export async function refuseForeign(
  c: SimulatorContext,
  next: Next,
): Promise<Response | undefined> {
  const url = new URL(c.req.url)
  const foreign = foreignHost(url, c.req.header('Host'), c.env.hosts)
  if (foreign !== undefined) {
    return jsonResponse(
      {
        error: `The simulator does not answer for the host “${foreign.slice(0, 100)}”: a foreign page could reach it under such a name. If the name is yours, allow it by --allowed-host or the option hosts.`,
      },
      403,
    )
  }
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  if (changes && !isFromOwnPage(c, url) && isFromPage(c)) {
    return jsonResponse(
      {
        error:
          'A page of another origin cannot change the simulator. Send the request from a test or a server, or use the simulator’s own pages.',
      },
      403,
    )
  }
  await next()
  return undefined
}

/** Whether a page of the simulator itself sent the request, by the browser's own word. */
export function isFromOwnPage(c: SimulatorContext, url: URL): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  // The person may also have sent the form again themselves, by reloading; that is `none`.
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('Origin')
  // The scheme is left out, because a proxy in front of the simulator may speak HTTPS.
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === url.host
}

/** Whether a browser's page sent the request. Tests and servers send neither header. */
function isFromPage(c: SimulatorContext): boolean {
  return c.req.header('Sec-Fetch-Site') !== undefined || c.req.header('Origin') !== undefined
}

/** The host that nobody allowed, of the address and of the header, which may differ. */
function foreignHost(
  url: URL,
  header: string | undefined,
  hosts: readonly string[],
): string | undefined {
  if (!isAllowedHost(url.hostname, hosts)) return url.hostname
  if (header === undefined) return undefined
  const hostname = hostnameOf(header)
  return hostname !== undefined && isAllowedHost(hostname, hosts) ? undefined : header
}
