// The ready-made redirect page, for any server or build to serve.

import { csp, html } from './page.generated.ts'

/** A page and the headers it must be served with. */
export type RedirectPage = {
  /** The whole page. */
  html: string
  /** The headers by name. */
  headers: Readonly<Record<string, string>>
}

/**
 * The page to serve at the redirect URI, on the app's own origin. It loads nothing, shows fixed
 * text only, and its headers allow exactly its own script and style.
 *
 * Serve it without `Cross-Origin-Opener-Policy`: that would cut it off from its opener.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.2.4
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.16
 *
 * @example
 * const { html, headers } = redirectPage()
 * app.get('/smartcar-redirect.html', () => new Response(html, { headers }))
 */
export function redirectPage(): RedirectPage {
  return {
    html,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `${csp}; frame-ancestors 'none'`,
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  }
}
