// Asks an endpoint of the backend whether this page could post to it.

import type { Endpoint } from '../backend/post-json.ts'
import { isOtherSite } from '../server-session/is-other-site.ts'
import type { EndpointAnswer, EndpointFacts } from './endpoint-findings.ts'

const timeoutMs = 10_000

/**
 * Asks by GET, marked as a check. Only an endpoint that says that it knows checks gets a post as well, as a
 * click sends it, but marked and with nothing in it: to any other endpoint a post could mean something.
 * Never rejects.
 *
 * @param isOurs whether a GET has to reach a handler of `smartcar-connect-server`
 * @param mayAsk whether the policies of the page allow an address
 */
export async function probeEndpoint(
  name: EndpointFacts['name'],
  endpoint: string | Endpoint,
  isOurs: boolean,
  mayAsk: (address: URL) => boolean,
): Promise<EndpointFacts | undefined> {
  const { url, headers, ...init } =
    typeof endpoint === 'string' ? { url: endpoint, headers: {} } : endpoint
  if (!URL.canParse(url, document.baseURI)) return undefined
  const address = new URL(url, document.baseURI)
  const facts: EndpointFacts = {
    name,
    address: address.href,
    isOurs,
    isOtherSite: isOtherSite(address.href),
    isForbidden: !mayAsk(address),
  }
  if (facts.isForbidden) return facts
  const sent = checking(headers)
  if (!sent) return undefined
  const asked = await answerOf(address, { ...init, headers: sent, method: 'GET' })
  if (asked?.check !== 'post') return { ...facts, answer: asked }
  const post = { ...init, headers: sent, method: 'POST', body: '{}' }
  return { ...facts, isOurs: true, answer: await answerOf(address, post) }
}

// `undefined` where a header cannot be sent, which the click tells.
function checking(own: Endpoint['headers']): Headers | undefined {
  try {
    const headers = new Headers(own)
    headers.set('Content-Type', 'application/json')
    headers.set('X-Smartcar-Connect', 'check')
    return headers
  } catch {
    return undefined
  }
}

async function answerOf(address: URL, init: RequestInit): Promise<EndpointAnswer | undefined> {
  try {
    const response = await fetch(address, {
      credentials: 'same-origin',
      ...init,
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const type = response.headers.get('Content-Type') ?? ''
    const data = /\bjson\b/i.test(type) ? Object(await response.json()) : {}
    return {
      isRedirect: response.type === 'opaqueredirect',
      status: response.status,
      isHtml: /^text\/html\b/i.test(type),
      ...(typeof data.check === 'string' && { check: data.check }),
      ...(typeof data.code === 'string' && { problem: data.code }),
    }
  } catch {
    return undefined
  }
}
