// What facts about a redirect page mean: pure, and in plain words.

import type { Facts, PageFacts } from './facts.ts'
import { error, type Finding, warning } from './finding.ts'
import { scriptFindings } from './script-findings.ts'

/** The findings about the redirect page. Where it cannot be reached, that is the only one. */
export function redirectFindings(facts: Facts): Finding[] {
  const { redirectUri, redirect, redirectScripts, origin } = facts
  if (!redirectUri) return []
  if (originOf(redirectUri) !== origin) {
    return [
      error(
        'redirect_on_other_origin',
        `The redirect URI is not on this page's origin, ${origin}: its answer cannot reach this page.`,
        isSameMachine(redirectUri, origin)
          ? `Open this page at ${originOf(redirectUri)}, or give \`redirectUri\` as a path: localhost and 127.0.0.1 are two origins.`
          : 'Use a redirect page on this very origin; www and port count.',
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
  if (redirect.url !== hrefOf(redirectUri)) {
    found.push(
      error(
        'redirect_rewritten',
        `The host sends ${redirectUri} on to ${redirect.url}: the answer may be lost on the way.`,
        'Register and use the final address, or stop the host from rewriting it.',
      ),
    )
  }
  if (needsLogin(redirect, facts.redirectWithoutCookies)) {
    found.push(
      warning(
        'redirect_behind_login',
        'The redirect page is served only with the cookies of this page. A strict login cookie does not come along on the way back from Smartcar, so the popup may end on the login.',
        'Let the path of the redirect page pass in front of your login.',
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
  found.push(...scriptFindings(redirect, redirectScripts))
  const opener = redirect.headers.get('Cross-Origin-Opener-Policy') ?? 'unsafe-none'
  if (!/^unsafe-none\s*(;|$)/.test(opener)) {
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

// Pages may differ in a nonce, so only what makes it the redirect page is compared.
function needsLogin(page: PageFacts, without: PageFacts | null | undefined): boolean {
  if (without === undefined) return false
  return (
    without?.status !== 200 ||
    without.url !== page.url ||
    without.text.includes('smartcar-connect') !== page.text.includes('smartcar-connect')
  )
}

const wanted: Readonly<Record<string, RegExp>> = {
  'Content-Security-Policy': /\bframe-ancestors\s+'none'/i,
  // Of several policies, the last one that a browser knows counts.
  'Referrer-Policy': /(^|,\s*)no-referrer$/i,
  'Cache-Control': /\bno-store\b/i,
  'X-Content-Type-Options': /^nosniff$/i,
}

function missingHeaders(headers: Headers): string[] {
  return Object.keys(wanted).filter(name => !wanted[name]?.test(headers.get(name) ?? ''))
}

// As the URL standard writes it. A fragment is never sent.
function hrefOf(url: string): string | undefined {
  return new URL(url).href.split('#')[0]
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

// Whether both are this machine, under two names.
function isSameMachine(one: string, other: string): boolean {
  return [one, other].every(url => URL.canParse(url) && loopback.test(new URL(url).hostname))
}
