// The way of a browser to a connected car, as requests to an app that runs.

import { createHmac, randomUUID } from 'node:crypto'
import { connectInSimulator } from '../../packages/server/test/connect-in-simulator.ts'
import { cookieAfter } from '../../packages/server/test/cookie-jar.ts'

const path = '/api/smartcar'

type Car = { readonly id: string }

/** Somebody's browser at a page of the app. */
type Visitor = {
  readonly post: (part: string, body: object, headers?: HeadersInit) => Promise<Response>
  readonly get: (part: string) => Promise<Response>
}

function visit(origin: string, user: string): Visitor {
  let cookie = `user=${user}`
  async function send(part: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie)
    headers.set('sec-fetch-site', 'same-origin')
    headers.set('x-smartcar-connect', '1')
    const response = await fetch(`${origin}${path}/${part}`, { ...init, headers })
    cookie = cookieAfter(cookie, response)
    return response
  }
  return {
    get: part => send(part, {}),
    post: (part, body, headers) =>
      send(part, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...postHeaders(origin), ...headers },
      }),
  }
}

function postHeaders(origin: string): Record<string, string> {
  return { 'content-type': 'application/json', 'x-smartcar-connect': '1', origin }
}

function expectEqual(what: string, found: unknown, wanted: unknown): void {
  if (found === wanted) return
  throw new Error(`${what}: ${JSON.stringify(found)} in the place of ${JSON.stringify(wanted)}`)
}

async function jsonOf<T>(what: string, response: Response): Promise<T> {
  const text = await response.text()
  if (response.ok) return JSON.parse(text)
  throw new Error(`${what} was answered with ${response.status}: ${text.slice(0, 500)}`)
}

/**
 * Connects a car for a new user, and looks for it among the user's cars.
 *
 * @param origin the app's, such as `http://localhost:3000`
 * @throws {Error} that says which request was answered otherwise
 */
export async function connectOverHttp(origin: string): Promise<void> {
  const user = randomUUID()
  const { get, post } = visit(origin, user)
  const session = await jsonOf<{ url: string; state: string }>('session', await post('session', {}))
  const address = new URL(session.url)
  const redirectUri = `${origin}${path}/redirect`
  expectEqual('The redirect URI', address.searchParams.get('redirect_uri'), redirectUri)
  const result = await connectInSimulator(request => fetch(request, { redirect: 'manual' }), {
    url: address.href,
    email: `${user}@example.com`,
  })
  await receivesRedirect(`${redirectUri}?${result}`)
  const grant = { userId: result.get('user_id'), externalId: result.get('external_id') }
  const exchanged = await post('exchange', grant, { 'idempotency-key': session.state })
  const cars = await jsonOf<Car[]>('exchange', exchanged)
  const listed = await jsonOf<Car[]>('connections', await get('connections'))
  expectEqual('Whether there are cars', cars.length > 0, true)
  expectEqual('The cars that are listed', idsOf(listed), idsOf(cars))
}

function idsOf(cars: readonly Car[]): string {
  return cars
    .map(({ id }) => id)
    .sort()
    .join()
}

// Nobody is logged in there: a strict login cookie does not come along.
async function receivesRedirect(address: string): Promise<void> {
  const response = await fetch(address, { redirect: 'manual' })
  expectEqual('The status of the redirect page', response.status, 200)
  const html = await response.text()
  expectEqual('The start of the redirect page', html.slice(0, 15).toLowerCase(), '<!doctype html>')
  const policy = response.headers.get('content-security-policy') ?? ''
  expectEqual('Its own policy', policy.includes("default-src 'none'"), true)
}

/**
 * Asks for what the backend must refuse, and for what it must answer itself.
 *
 * @throws {Error} that says what was answered otherwise
 */
export async function refusesOthers(origin: string): Promise<void> {
  const init = { method: 'POST', body: '{}' }
  const session = `${origin}${path}/session`
  const nobody = await fetch(session, { ...init, headers: postHeaders(origin) })
  expectEqual('The status for nobody', nobody.status, 401)
  const headers = { ...postHeaders('http://evil.example'), cookie: `user=${randomUUID()}` }
  expectEqual(
    'The status for another page',
    (await fetch(session, { ...init, headers })).status,
    403,
  )
  const asks = { origin, 'access-control-request-method': 'POST' }
  const preflight = await fetch(session, { method: 'OPTIONS', headers: asks })
  expectEqual('The status of a preflight', preflight.status, 204)
  expectEqual('The origin in it', preflight.headers.get('access-control-allow-origin'), origin)
}

/**
 * Delivers a webhook as Smartcar does: signed over its bytes, and without a login.
 *
 * @throws {Error} if it is not taken, or if one with another signature is
 */
export async function takesWebhook(origin: string, managementToken: string): Promise<void> {
  // A parser would take the double space away, and the signature would be that of other bytes.
  const body = `{ "eventType":  "SOMETHING_NEW", "eventId": "${randomUUID()}", "data": {} }`
  const signature = createHmac('sha256', managementToken).update(body).digest('hex')
  async function deliver(signed: string): Promise<number> {
    const headers = { 'content-type': 'application/json', 'sc-signature': signed }
    const address = `${origin}${path}/webhook`
    return (await fetch(address, { method: 'POST', headers, body })).status
  }
  expectEqual('The status of a webhook', await deliver(signature), 200)
  expectEqual('The status of one that is not signed', await deliver('0'.repeat(64)), 401)
}
