// Finds out why connecting does not work on this page.

import { type ConnectOptions, checkOptions } from '../options/connect-options.ts'
import { type Facts, type Finding, findings, type PageFacts } from './findings.ts'

export type { Finding, FindingCode } from './findings.ts'

/**
 * Looks at this page, its options and its redirect page, and tells what breaks popups in the
 * field. For developers: call it from a set-up page or the console, not on every visit. Asks only
 * this page's own origin, and never rejects.
 *
 * @returns findings with a code, a message and advice, errors first; empty if nothing was found
 *
 * @example
 * console.table(await diagnoseConnect(options))
 */
export async function diagnoseConnect(options: Partial<ConnectOptions>): Promise<Finding[]> {
  const { redirectUri } = options
  // Before anything is awaited: a gesture does not last.
  const userGesture = navigator.userActivation?.isActive
  const ours = redirectUri && URL.canParse(redirectUri, location.href)
  const sameOrigin = ours && new URL(redirectUri, location.href).origin === location.origin
  const facts: Facts = {
    optionsError: optionsError(options),
    windowOrigin: self.origin,
    origin: location.origin,
    secure: isSecureContext,
    crossSiteFrame: isCrossSiteFrame(),
    sandbox: sandboxOf(frameElement),
    userGesture,
    page: await fetchPage(location.href),
    redirectUri,
    redirect: sameOrigin ? await fetchPage(redirectUri) : undefined,
  }
  return findings(facts)
}

function optionsError(options: Partial<ConnectOptions>): string | undefined {
  try {
    checkOptions(options as ConnectOptions)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function isCrossSiteFrame(): boolean {
  try {
    return top?.location.origin !== location.origin
  } catch {
    return true
  }
}

// Only a parent of this origin shows its frame.
function sandboxOf(frame: Element | null): string | undefined {
  return frame?.getAttribute('sandbox') ?? undefined
}

async function fetchPage(url: string): Promise<PageFacts | undefined> {
  try {
    const response = await fetch(url, { cache: 'no-store', credentials: 'same-origin' })
    const { status, headers } = response
    return { status, url: response.url, headers, text: await response.text() }
  } catch {
    return undefined
  }
}
