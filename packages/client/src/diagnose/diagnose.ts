// Finds out why connecting does not work on this page.

import { loadLateInTime } from '../load-late.ts'
import {
  type ConnectOptions,
  checkOptions,
  type EndpointOptions,
} from '../options/connect-options.ts'
import { withEndpoints } from '../options/with-endpoints.ts'
import { allowsFetch } from './allows-fetch.ts'
import type { EndpointFacts } from './endpoint-findings.ts'
import type { Facts, PageFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { findings } from './findings.ts'
import { type PageScript, scriptsIn } from './page-scripts.ts'
import { probeEndpoint } from './probe-endpoint.ts'
import { probeSimulator } from './probe-simulator.ts'

export type { Finding, FindingCode } from './finding.ts'

/**
 * Looks at this page, its options, its redirect page and its endpoints, and tells what breaks popups in
 * the field. For developers: call it from a set-up page or the console, not on every visit.
 *
 * It asks this page's own origin, a simulator at `connectOrigin`, and the endpoints: these get a GET that is
 * marked as a check (`X-Smartcar-Connect: check`), and only a handler of `smartcar-connect-server` that
 * answers it gets a post, marked as well, which starts and stores nothing. An `exchange` that is a function
 * is not called. Never rejects.
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
  const page = await fetchPage(location.href)
  const mayAsk = (address: URL) => allowsFetch(page, address)
  const facts: Facts = {
    optionsError: optionsError(options),
    windowOrigin: self.origin,
    origin,
    secure: isSecureContext,
    crossSiteFrame: isCrossSiteFrame(),
    sandbox: sandboxOf(frameElement),
    userGesture,
    openReplaced: !/\[native code\]/.test(Function.prototype.toString.call(window.open)),
    lateError: await loadLateInTime().then(() => undefined, textOf),
    scope: Array.isArray(options.scope) ? options.scope.map(String) : undefined,
    page,
    redirectUri: target?.href ?? redirectUri,
    redirect,
    redirectWithoutCookies: redirect && ((await fetchPage(redirect.url, 'omit')) ?? null),
    endpoints: await endpointsOf(options, mayAsk),
    simulator: options.connectOrigin
      ? await probeSimulator(options.connectOrigin, mayAsk)
      : undefined,
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
    return textOf(error)
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function endpointsOf(
  options: Partial<ConnectOptions>,
  mayAsk: (address: URL) => boolean,
): Promise<EndpointFacts[]> {
  const { session, exchange } = endpointOptions(options)
  const facts = await Promise.all([
    session && probeEndpoint('session', session, !!options.backend, mayAsk),
    exchange &&
      typeof exchange !== 'function' &&
      probeEndpoint('exchange', exchange, !!options.backend, mayAsk),
  ])
  return facts.filter(one => typeof one === 'object')
}

// Without those that cannot work, which are told already.
function endpointOptions(options: Partial<ConnectOptions>): Partial<EndpointOptions> {
  try {
    return withEndpoints(options as ConnectOptions)
  } catch {
    return {}
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

async function fetchPage(
  url: string,
  credentials: RequestCredentials = 'same-origin',
): Promise<PageFacts | undefined> {
  try {
    const response = await fetch(url, { cache: 'no-store', credentials })
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
