// Whether the script of the redirect page can run, and what stops it.

import { allowsScript } from './allows-script.ts'
import type { PageFacts } from './facts.ts'
import { error, type Finding } from './finding.ts'
import { type PageScript, policiesIn } from './page-scripts.ts'

/**
 * Finds out whether the script of the redirect page can run. Only of the ready-made page is it known
 * which script it needs.
 *
 * @param scripts the scripts of the page; `undefined` where nobody looked
 */
export function scriptFindings(
  page: PageFacts,
  scripts: readonly PageScript[] | undefined,
): Finding[] {
  if (!scripts || !/<meta[^>]*\bsmartcar-connect\b/i.test(page.text)) return []
  const own = scripts.find(({ text }) => text.includes('smartcar-connect'))
  const asItIs =
    'Serve the page as it is, without a minifier or anything that rewrites HTML, or take the page whose script is a file of its own.'
  if (!own) {
    return [
      blocked(
        scripts.some(({ src }) => src)
          ? 'The file of its script is not served, or something else is in its place'
          : 'A build, a proxy or a content filter took its script',
        asItIs,
      ),
    ]
  }
  const header = page.headers.get('Content-Security-Policy') ?? ''
  if (header.split(',').some(policy => !allowsScript(policy, own, page.url))) {
    return [
      blocked(
        'The Content-Security-Policy that its host sends forbids its script',
        'Send the headers of redirectPage() for this path in place of those of the other pages, or take the page whose script is a file of its own.',
      ),
    ]
  }
  return policiesIn(page.text).every(policy => allowsScript(policy, own, page.url))
    ? []
    : [blocked('Something changed its script, so that its own policy forbids it', asItIs)]
}

function blocked(what: string, advice: string): Finding {
  return error(
    'redirect_script_blocked',
    `${what}: the popup would stay open with the code in its address.`,
    advice,
  )
}
