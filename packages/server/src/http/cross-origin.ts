// Lets pages of the app on another host call these endpoints and read the answers (CORS).

/** Who may call from another origin. */
export type CrossOrigin = {
  /** The exact origins of the app's pages. */
  origins: ReadonlySet<string>
  /** Whether cookies count here, so that the page may send them. */
  withCookies: boolean
}

const preflightSeconds = 600

function grant({ origins, withCookies }: CrossOrigin, request: Request, headers: Headers): void {
  headers.append('vary', 'origin')
  const origin = request.headers.get('origin') ?? ''
  // A page on the same origin needs no permission. An old browser does not say that it is one.
  if (!origins.has(origin) || request.headers.get('sec-fetch-site') === 'same-origin') return
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-expose-headers', 'retry-after')
  if (withCookies) headers.set('access-control-allow-credentials', 'true')
}

/**
 * Answers the preflight of a page of the app.
 *
 * @returns `undefined` for every other request, and for pages that may not call.
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightResponse(cross: CrossOrigin, request: Request): Response | undefined {
  if (request.method !== 'OPTIONS') return undefined
  if (!cross.origins.has(request.headers.get('origin') ?? '')) return undefined
  const headers = new Headers({
    'access-control-allow-methods': 'POST',
    // `authorization` is for apps on another site, which have no cookie to send.
    'access-control-allow-headers':
      'authorization, content-type, idempotency-key, x-smartcar-connect',
    'access-control-max-age': String(preflightSeconds),
  })
  grant(cross, request, headers)
  return new Response(null, { status: 204, headers })
}

/** Adds what lets a page of the app read this answer, success or not, from another origin. */
export function allowReading(cross: CrossOrigin, request: Request, response: Response): Response {
  grant(cross, request, response.headers)
  return response
}
