// What facts about a page and its redirect page mean for a popup: pure, and in plain words.

import { endpointFindings } from './endpoint-findings.ts'
import type { Facts } from './facts.ts'
import { error, type Finding, warning } from './finding.ts'
import { redirectFindings } from './redirect-findings.ts'
import { scopeFindings } from './scope-findings.ts'
import { simulatorFindings } from './simulator-findings.ts'

/** The findings, errors first. Empty means that nothing was found, not that nothing can go wrong. */
export function findings(facts: Facts): Finding[] {
  const { scope = [], endpoints = [], simulator, origin } = facts
  const found = [
    ...optionFindings(facts),
    ...scopeFindings(scope),
    ...pageFindings(facts),
    ...redirectFindings(facts),
    ...endpointFindings(endpoints, origin),
    ...(simulator ? simulatorFindings(simulator) : []),
  ]
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
  if (facts.openReplaced) {
    found.push(
      warning(
        'open_replaced',
        'Another script has replaced window.open: if it fails, the session ends with popup_failed.',
        'If popups do not open, look which script it is: analytics, payment, a content blocker.',
      ),
    )
  }
  if (facts.lateError !== undefined) {
    found.push(
      error(
        'part_not_loaded',
        `The part of this package that comes late cannot be loaded (${facts.lateError}): every session would end with not_loaded.`,
        'Reload the page; if it stays, look which files of the build are missing, or which policy forbids them.',
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
