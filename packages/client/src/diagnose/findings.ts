// What facts about a page and its redirect page mean for a popup: pure, and in plain words.

/** What can be wrong with a page. */
export type Finding = {
  /** Which finding it is: stable, for code to decide by. */
  code: FindingCode
  /** `error` breaks connecting, `warning` makes it worse or less safe. */
  severity: 'error' | 'warning'
  /** What is the matter, and what comes of it. */
  message: string
  /** What to do. */
  advice: string
}

/**
 * Which finding it is.
 *
 * - `invalid_options`: the options cause a `TypeError`
 * - `page_sandboxed`: the page is in a sandbox that hides its origin
 * - `popup_sandboxed`: popups of the page inherit its sandbox
 * - `page_in_cross_site_frame`: the page is in a frame of another site
 * - `page_insecure`: the page is no secure context
 * - `page_isolated`: the page sends `Cross-Origin-Opener-Policy: same-origin`
 * - `page_unprotected`: the page sends no `Cross-Origin-Opener-Policy`
 * - `no_user_gesture`: no click is being handled, so a popup would be blocked
 * - `redirect_on_other_origin`: the redirect URI is on another origin than the page
 * - `redirect_unreachable`: nothing is served at the redirect URI
 * - `redirect_rewritten`: the host sends the redirect URI on to another address
 * - `redirect_swallowed`: something else than the redirect page is served there
 * - `redirect_isolated`: the redirect page sends `Cross-Origin-Opener-Policy`
 * - `redirect_headers`: the redirect page is served without headers that protect the code
 */
export type FindingCode =
  | 'invalid_options'
  | 'page_sandboxed'
  | 'popup_sandboxed'
  | 'page_in_cross_site_frame'
  | 'page_insecure'
  | 'page_isolated'
  | 'page_unprotected'
  | 'no_user_gesture'
  | 'redirect_on_other_origin'
  | 'redirect_unreachable'
  | 'redirect_rewritten'
  | 'redirect_swallowed'
  | 'redirect_isolated'
  | 'redirect_headers'

/** A page as it was answered. */
export type PageFacts = {
  /** HTTP status; 0 where nothing answered. */
  status: number
  /** The address that answered in the end. */
  url: string
  headers: Headers
  text: string
}

/** What could be learnt about the app's page. */
export type Facts = {
  /** The message of the `TypeError` that the options cause. */
  optionsError?: string | undefined
  /** `window.origin`, `'null'` in a sandbox. */
  windowOrigin: string
  origin: string
  secure: boolean
  crossSiteFrame: boolean
  /** The sandbox of the frame that the page is in; `undefined` without one, or where it cannot be seen. */
  sandbox?: string | undefined
  /** Whether a click is being handled, so that a popup would not be blocked; `undefined` where the browser does not say. */
  userGesture?: boolean | undefined
  page?: PageFacts | undefined
  redirectUri?: string | undefined
  redirect?: PageFacts | undefined
}

/** The findings, errors first. Empty means that nothing was found, not that nothing can go wrong. */
export function findings(facts: Facts): Finding[] {
  const found = [...optionFindings(facts), ...pageFindings(facts), ...redirectFindings(facts)]
  return found.sort((a, b) => a.severity.localeCompare(b.severity))
}

function optionFindings({ optionsError }: Facts): Finding[] {
  if (optionsError === undefined) return []
  return [error('invalid_options', optionsError, 'Correct the option; open() throws until then.')]
}

function pageFindings(facts: Facts): Finding[] {
  const found: Finding[] = []
  if (facts.windowOrigin !== facts.origin) {
    found.push(
      error(
        'page_sandboxed',
        'This page is sandboxed without its origin, so no answer can reach it.',
        'Add allow-same-origin, allow-popups and allow-popups-to-escape-sandbox to the sandbox, or open the page in a tab of its own.',
      ),
    )
  }
  if (facts.sandbox !== undefined && !/\ballow-popups-to-escape-sandbox\b/.test(facts.sandbox)) {
    found.push(
      warning(
        'popup_sandboxed',
        'This page is in a sandbox that its popups inherit: what Connect needs may be forbidden there, such as forms or downloads.',
        'Add allow-popups-to-escape-sandbox to the sandbox.',
      ),
    )
  }
  if (facts.crossSiteFrame) {
    found.push(
      warning(
        'page_in_cross_site_frame',
        'This page is in a frame of another site: browsers cut its channel, and if Connect isolates itself no way is left for the answer.',
        'Connect cars from a tab of your own, or check with every brand that you offer.',
      ),
    )
  }
  if (!facts.secure) {
    found.push(
      warning(
        'page_insecure',
        'This page is not a secure context, so anyone on the network can read and change it.',
        'Serve it over https; http is for localhost only.',
      ),
    )
  }
  if (facts.userGesture === false) {
    found.push(
      warning(
        'no_user_gesture',
        'No click is being handled right now: a popup opened at this moment would be blocked.',
        'Call open() directly in the click handler, with no await before it.',
      ),
    )
  }
  const opener = facts.page?.headers.get('Cross-Origin-Opener-Policy') ?? ''
  if (/^same-origin(;|$)/.test(opener)) {
    found.push(
      warning(
        'page_isolated',
        'This page sends Cross-Origin-Opener-Policy: same-origin, which cuts it off from the popup: connecting works, but a closed popup is noticed only when the person is back here.',
        'Send same-origin-allow-popups instead, unless the page needs cross-origin isolation.',
      ),
    )
  }
  if (facts.page && !opener) {
    found.push(
      warning(
        'page_unprotected',
        'This page sends no Cross-Origin-Opener-Policy, so whoever opened it keeps a handle on it.',
        'Send Cross-Origin-Opener-Policy: same-origin-allow-popups.',
      ),
    )
  }
  return found
}

function redirectFindings({ redirectUri, redirect, origin }: Facts): Finding[] {
  if (!redirectUri) return []
  if (originOf(redirectUri) !== origin) {
    return [
      error(
        'redirect_on_other_origin',
        `The redirect URI is not on this page's origin, ${origin}: its answer cannot reach this page.`,
        'Use a redirect page on this very origin; www and port count.',
      ),
    ]
  }
  if (redirect?.status !== 200) {
    const answer = redirect?.status ? `answers ${redirect.status}` : 'does not answer'
    return [
      error(
        'redirect_unreachable',
        `The redirect page ${answer}: the popup would end on an error.`,
        'Serve the page of smartcar-connect/redirect-page at exactly this path.',
      ),
    ]
  }
  const found: Finding[] = []
  if (redirect.url !== redirectUri) {
    found.push(
      error(
        'redirect_rewritten',
        `The host sends ${redirectUri} on to ${redirect.url}: the answer may be lost on the way.`,
        'Register and use the final address, or stop the host from rewriting it.',
      ),
    )
  }
  if (!redirect.text.includes('smartcar-connect')) {
    found.push(
      error(
        'redirect_swallowed',
        'Something else is served at the redirect URI, such as the shell of a single-page app.',
        'Exclude the path from the app fallback and the service worker (navigateFallbackDenylist), or call finishConnect() for that path, first thing in the entry script.',
      ),
    )
  }
  const opener = redirect.headers.get('Cross-Origin-Opener-Policy') ?? 'unsafe-none'
  if (opener !== 'unsafe-none') {
    found.push(
      warning(
        'redirect_isolated',
        `The redirect page sends Cross-Origin-Opener-Policy: ${opener}, which cuts it off from its opener; only the channel is left.`,
        'Send no such header for this path.',
      ),
    )
  }
  const missing = missingHeaders(redirect.headers)
  if (missing.length) {
    found.push(
      warning(
        'redirect_headers',
        `The redirect page is served without ${missing.join(', ')}, which keep the authorization code out of caches, referrers and frames.`,
        'Send the headers that redirectPage() gives.',
      ),
    )
  }
  return found
}

const wanted: Readonly<Record<string, RegExp>> = {
  'Content-Security-Policy': /frame-ancestors 'none'/,
  'Referrer-Policy': /^no-referrer$/,
  'Cache-Control': /no-store/,
  'X-Content-Type-Options': /^nosniff$/,
}

function missingHeaders(headers: Headers): string[] {
  return Object.keys(wanted).filter(name => !wanted[name]?.test(headers.get(name) ?? ''))
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined
}

function error(code: FindingCode, message: string, advice: string): Finding {
  return { code, severity: 'error', message, advice }
}

function warning(code: FindingCode, message: string, advice: string): Finding {
  return { code, severity: 'warning', message, advice }
}
