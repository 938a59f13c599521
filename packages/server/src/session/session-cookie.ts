// The cookie that binds started sessions to one browser.

const maxAgeSeconds = 24 * 60 * 60

/**
 * Says whether the page of this request is on https. The configured origins are not asked, because
 * a page for development must not weaken the cookies of the others.
 */
function isSecure(request: Request): boolean {
  return request.headers.get('origin')?.startsWith('https:') ?? false
}

function cookieName(request: Request): string {
  return isSecure(request) ? '__Host-smartcar-connect' : 'smartcar-connect'
}

/**
 * Returns the value of the cookie if the request has it exactly once and in the form that `randomToken` gives it.
 *
 * @param request one whose `Origin` was checked.
 */
export function readSessionCookie(request: Request): string | undefined {
  const name = cookieName(request)
  const pairs = (request.headers.get('cookie') ?? '').split(';').map(pair => pair.trim())
  // A second cookie of this name was planted by somebody, so neither of the two is believed.
  const [own, ...others] = pairs.filter(pair => pair.startsWith(`${name}=`))
  const value = own?.slice(name.length + 1)
  if (value === undefined || others.length > 0) return undefined
  return /^[\w-]{43}$/.test(value) ? value : undefined
}

/**
 * Writes the value of `Set-Cookie`.
 *
 * The prefix `__Host-` keeps other hosts of the site from planting the cookie, `HttpOnly` hides it
 * from scripts, and `SameSite=Strict` keeps other sites from sending it. On a page without https,
 * such as one on localhost, the cookie has neither the prefix nor `Secure`.
 *
 * @param request one whose `Origin` was checked.
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis
 */
export function writeSessionCookie(request: Request, value: string): string {
  const secure = isSecure(request) ? '; Secure' : ''
  return `${cookieName(request)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure}`
}
