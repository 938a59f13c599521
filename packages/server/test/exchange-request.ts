// For tests: the request that the browser half sends with a grant.

const key = 'session-id-of-the-browser-0001'

/** What a test wants different from an honest request. */
export type ExchangeRequestChange = {
  key?: string
  headers?: Readonly<Record<string, string | undefined>>
  body?: string
  method?: string
}

/** An honest exchange request of a page at `http://localhost:5173`, changed where a test says so. */
export function exchangeRequest(grant: object, change: ExchangeRequestChange = {}): Request {
  const { method = 'POST', body = JSON.stringify(grant) } = change
  const honest = {
    'content-type': 'application/json',
    'x-smartcar-connect': '1',
    'idempotency-key': change.key ?? key,
    origin: 'http://localhost:5173',
    'sec-fetch-site': 'same-origin',
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries({ ...honest, ...change.headers })) {
    if (value !== undefined) headers.set(name, value)
  }
  // Bytes, because a text would bring a content type of its own.
  const bytes = method === 'GET' ? null : new TextEncoder().encode(body)
  return new Request('http://localhost:5173/api/smartcar/exchange', {
    method,
    headers,
    body: bytes,
  })
}
