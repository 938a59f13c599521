// Finds out why connecting does not work on this page.

import { type ConnectOptions, checkOptions } from '../options/connect-options.ts'
import { withEndpoints } from '../options/with-endpoints.ts'
import type { Facts, PageFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { findings } from './findings.ts'
import { type PageScript, scriptsIn } from './page-scripts.ts'

export type { Finding, FindingCode } from './finding.ts'

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
  const { origin } = location
  const redirectUri = options.redirectUri ?? backendRedirectUri(options, origin)
  // Before anything is awaited: a gesture does not last.
  const userGesture = navigator.userActivation?.isActive
  // A path is one of this origin.
  const isAddress = redirectUri && URL.canParse(redirectUri, origin)
  const target = isAddress ? new URL(redirectUri, origin) : undefined
  const redirect = target?.origin === origin ? await fetchPage(target.href) : undefined
  const facts: Facts = {
    optionsError: optionsError(options),
    windowOrigin: self.origin,
    origin,
    secure: isSecureContext,
    crossSiteFrame: isCrossSiteFrame(),
    sandbox: sandboxOf(frameElement),
    userGesture,
    page: await fetchPage(location.href),
    redirectUri: target?.href ?? redirectUri,
    redirect,
    redirectScripts:
      redirect && (await Promise.all(scriptsIn(redirect.text).map(completed(redirect.url)))),
  }
  return findings(facts)
}

// A backend on this origin serves the redirect page. With another one the server alone knows where it is.
function backendRedirectUri({ backend }: Partial<ConnectOptions>, origin: string) {
  const page = backend && `${backend.replace(/\/*$/, '')}/redirect`
  const target = page && URL.canParse(page, document.baseURI) && new URL(page, document.baseURI)
  return target && target.origin === origin ? target.pathname : undefined
}

function optionsError(options: Partial<ConnectOptions>): string | undefined {
  try {
    checkOptions(withEndpoints(options as ConnectOptions))
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

// Fetches the text of a script that is a file of this origin, and makes the hashes that a policy may
// name.
function completed(pageUrl: string): (script: PageScript) => Promise<PageScript> {
  return async script => {
    if (script.src === undefined) return { ...script, hashes: await hashesOf(script.text) }
    const { origin, href } = new URL(script.src, pageUrl)
    const file = origin === location.origin ? await fetchPage(href) : undefined
    const isScript = /javascript/i.test(file?.headers.get('Content-Type') ?? '')
    return { ...script, text: file?.status === 200 && isScript ? file.text : '' }
  }
}

async function hashesOf(text: string): Promise<string[] | undefined> {
  const { subtle } = crypto
  if (!subtle) return undefined
  return Promise.all(
    [256, 384, 512].map(async bits => {
      const digest = await subtle.digest(`SHA-${bits}`, new TextEncoder().encode(text))
      return `sha${bits}-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
    }),
  )
}
