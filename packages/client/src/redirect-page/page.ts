// The ready-made redirect page, for any server or build to serve.

import { csp, cspOfTwoFiles, html, pageOfTwoFiles, scriptFile } from './page.generated.ts'

/** A page and the headers it must be served with. */
export type RedirectPage = {
  /** The whole page. */
  html: string
  /** The headers by name. */
  headers: Readonly<Record<string, string>>
}

/** A page whose script is a file of its own. */
export type RedirectPageWithScript = RedirectPage & {
  /** The file to serve at the address that `script` named. */
  script: {
    /** The whole script. */
    text: string
    /** The headers by name. */
    headers: Readonly<Record<string, string>>
  }
}

/** How the page is to be. */
export type RedirectPageOptions = {
  /**
   * The address of the script, on the same origin, where a policy or a build does not leave a script
   * within the page alone: a path such as `/smartcar-redirect.js`, or one relative to the page.
   */
  script: string
}

const nosniff = { 'X-Content-Type-Options': 'nosniff' }

/**
 * The page to serve at the redirect URI, on the app's own origin. It loads nothing, shows fixed
 * text only, and its headers allow exactly its own script and style.
 *
 * With `script`, the script is a file of its own and brings the style, so that the page works under a
 * policy such as `script-src 'self'` and after a build that changes what is within a page. Its headers
 * then allow the scripts of the app's origin.
 *
 * Serve it without `Cross-Origin-Opener-Policy`: that would cut it off from its opener.
 *
 * @returns the page and its headers, and with `script` that file as well
 * @throws {TypeError} for an address of the script that is none of this origin
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.2.4
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.16
 *
 * @example
 * const { html, headers } = redirectPage()
 * app.get('/smartcar-redirect.html', () => new Response(html, { headers }))
 */
export function redirectPage(): RedirectPage
export function redirectPage(options: RedirectPageOptions): RedirectPageWithScript
export function redirectPage(options?: RedirectPageOptions): RedirectPage | RedirectPageWithScript {
  if (!options) return { html, headers: headersWith(csp) }
  const { script } = options
  if (!/^\/?[\w.~%-]+(\/[\w.~%-]+)*(\?[\w.~%=&-]*)?$/.test(script)) {
    throw new TypeError(
      '`script` has to be an address on the origin of the page, or the page would not be allowed to load it. Give a path such as /smartcar-redirect.js.',
    )
  }
  return {
    html: pageOfTwoFiles.replace('smartcar-redirect.js', script.replaceAll('&', '&amp;')),
    headers: headersWith(cspOfTwoFiles),
    script: {
      text: scriptFile,
      headers: {
        'Content-Type': 'text/javascript; charset=utf-8',
        // The page names no version of it.
        'Cache-Control': 'no-cache',
        ...nosniff,
      },
    },
  }
}

function headersWith(csp: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `${csp}; frame-ancestors 'none'`,
    'X-Frame-Options': 'DENY',
    ...nosniff,
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  }
}
