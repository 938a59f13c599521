// The cookie that ties started sessions to one browser.

/** The cookie of a set of origins. */
export type SessionCookie = {
  /** The value, if the request has the cookie exactly once and in its own form. */
  read(request: Request): string | undefined
  /** The `Set-Cookie` value. */
  write(value: string): string
}

const maxAgeSeconds = 24 * 60 * 60

/**
 * Creates the cookie: `__Host-`, so that no other host of the site can plant it, out of reach of
 * scripts, and never sent along by other sites.
 *
 * Only where an origin is `http:` on loopback, where browsers differ about `Secure`, it is a plain
 * cookie.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis
 */
export const createSessionCookie = (origins: ReadonlySet<string>): SessionCookie => {
  const isSecure = [...origins].every(origin => origin.startsWith('https:'))
  const name = isSecure ? '__Host-smartcar-connect' : 'smartcar-connect'
  return {
    read(request) {
      const pairs = (request.headers.get('cookie') ?? '').split(';').map(pair => pair.trim())
      // Twice means that somebody planted one: neither can be believed.
      const [own, ...others] = pairs.filter(pair => pair.startsWith(`${name}=`))
      const value = own?.slice(name.length + 1)
      if (value === undefined || others.length > 0) return undefined
      return /^[\w-]{43}$/.test(value) ? value : undefined
    },
    write(value) {
      const secure = isSecure ? '; Secure' : ''
      return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure}`
    },
  }
}
