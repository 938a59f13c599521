// Which redirect URI a page's session is started with.

import { optionError } from '../options/option-error.ts'

/** Where the redirect page is. */
export type RedirectAddressing = {
  /** The redirect URIs that were configured; none where the backend serves the page itself. */
  readonly configured: readonly string[]
  /** The path of the backend on the page's origin, such as `/api/smartcar`; found out where it is not given. */
  readonly path: string | undefined
}

/**
 * Returns the redirect URI for a page of one of the app's origins, or what is wrong with the set-up.
 *
 * The origin is the one that the browser names and that was compared with the list; nothing is guessed
 * from a Host header. Where the page is on another origin than the backend, its own redirect page has to
 * be configured: the page and the redirect page must share an origin.
 *
 * @param origin the page's origin, one of the app's.
 * @throws {TypeError} naming the option that is missing.
 */
export function redirectAddress(
  { configured, path }: RedirectAddressing,
  request: Request,
  origin: string,
): string {
  if (configured.length > 0) {
    const own = configured.find(uri => new URL(uri).origin === origin)
    if (own !== undefined) return own
    throw optionError(
      'redirectUri',
      `redirectUri has no address on ${origin}, where the page is, so the popup could not tell the page anything. Add the redirect page of that origin.`,
    )
  }
  // A page of another site, or no page, is refused by the handler.
  if (request.headers.get('sec-fetch-site') === 'same-site') {
    throw optionError(
      'redirectUri',
      `The page at ${origin} is on another origin than this backend, so the backend cannot serve its redirect page. Give redirectUri, with the address of a redirect page on ${origin}.`,
    )
  }
  const { pathname } = new URL(request.url)
  const mounted = path ?? pathname.replace(/\/[^/]*\/?$/, '')
  return `${origin}${mounted}/redirect`
}
