// For tests: a browser whose page uses the backend, and a person who walks through Connect.

import type { Fetch } from '../src/provider/provider-fetch.ts'
import { connectInSimulator } from './connect-in-simulator.ts'
import { cookieAfter } from './cookie-jar.ts'

/** Where the page and the backend are. */
export const pageOrigin = 'http://localhost:5173'

/** A browser in which somebody is signed in to the app. */
export type BackendBrowser = {
  /** The cookies that it has. */
  readonly cookie: () => string
  /** Posts to the backend as its page does. */
  readonly post: (
    part: string,
    body: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>
  /** Starts a session; `address` is where the popup opens. */
  readonly start: (body?: object) => Promise<{ address: string; state: string }>
  /** Walks from the address through Connect, and returns what comes back to the redirect URI. */
  readonly walk: (address: string, email?: string, brand?: string) => Promise<URLSearchParams>
  /** Hands over what came back. */
  readonly exchange: (state: string, result: URLSearchParams) => Promise<Response>
  /** All of it. */
  readonly connect: (walk?: { email?: string; brand?: string; body?: object }) => Promise<Response>
}

/** Opens a browser. @param user who is signed in, for the header `x-test-user`. */
export function openBrowser(
  backend: { fetch: (request: Request) => Promise<Response> },
  simulator: Fetch,
  user: string,
): BackendBrowser {
  let cookie = ''

  async function post(part: string, body: object, headers = {}): Promise<Response> {
    const response = await backend.fetch(
      new Request(`${pageOrigin}/api/smartcar/${part}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-smartcar-connect': '1',
          origin: pageOrigin,
          'sec-fetch-site': 'same-origin',
          'x-test-user': user,
          cookie,
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    )
    cookie = cookieAfter(cookie, response)
    return response
  }

  async function start(body: object = {}): Promise<{ address: string; state: string }> {
    const response = await post('session', body)
    const answer = (await response.json()) as { url: string; state: string }
    return { address: answer.url, state: answer.state }
  }

  function walk(url: string, email = `${user}@example.com`, brand = 'Tesla') {
    return connectInSimulator(simulator, { url, email, brand })
  }

  function exchange(state: string, result: URLSearchParams): Promise<Response> {
    const names = { user_id: 'userId', vehicle_id: 'vehicleId', external_id: 'externalId' }
    const grant = Object.entries(names).flatMap(([name, field]) => {
      const value = result.get(name)
      return value === null ? [] : [[field, value]]
    })
    return post('exchange', Object.fromEntries(grant), { 'idempotency-key': state })
  }

  return {
    cookie: () => cookie,
    post,
    start,
    walk,
    exchange,
    async connect({ email, brand, body } = {}) {
      const { address, state } = await start(body)
      return exchange(state, await walk(address, email, brand))
    },
  }
}
