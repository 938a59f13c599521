// The cookie that ties started sessions to one browser.

const maxAgeSeconds = 24 * 60 * 60

/** Of this request, not of all configured origins: a page for development must not weaken others. */
function isSecure(request: Request): boolean {
  return request.headers.get('origin')?.startsWith('https:') ?? false
}

function nameFor(request: Request): string {
  return isSecure(request) ? '__Host-smartcar-connect' : 'smartcar-connect'
}

/**
 * The cookie's value, if the request has it exactly once and in its own form.
 *
 * @param request one whose `Origin` was checked.
 */
export function readSessionCookie(request: Request): string | undefined {
  const name = nameFor(request)
  const pairs = (request.headers.get('cookie') ?? '').split(';').map(pair => pair.trim())
  // Twice means that somebody planted one: neither can be believed.
  const [own, ...others] = pairs.filter(pair => pair.startsWith(`${name}=`))
  const value = own?.slice(name.length + 1)
  if (value === undefined || others.length > 0) return undefined
  return /^[\w-]{43}$/.test(value) ? value : undefined
}

/**
 * The `Set-Cookie` value: `__Host-`, so that no other host of the site can plant it, out of reach
 * of scripts, and never sent along by other sites.
 *
 * Only for a page on `http:`, such as one on localhost, it is a plain cookie.
 *
 * @param request one whose `Origin` was checked.
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis
 */
export function writeSessionCookie(request: Request, value: string): string {
  const secure = isSecure(request) ? '; Secure' : ''
  return `${nameFor(request)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure}`
}
