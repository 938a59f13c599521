// What facts about a page and its redirect page mean for a popup: pure, and in plain words.

import type { Facts } from './facts.ts'
import { error, type Finding, warning } from './finding.ts'
import { scriptFindings } from './script-findings.ts'

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

function redirectFindings({ redirectUri, redirect, redirectScripts, origin }: Facts): Finding[] {
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
  if (redirect.url !== hrefOf(redirectUri)) {
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
