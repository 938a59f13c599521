// What is known about a page and its redirect page.

import type { EndpointFacts } from './endpoint-findings.ts'
import type { PageScript } from './page-scripts.ts'
import type { SimulatorFacts } from './simulator-findings.ts'

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
  /** Whether another script replaced `window.open`. */
  openReplaced?: boolean | undefined
  /** Why the part of this package that comes late cannot be loaded; `undefined` where it can. */
  lateError?: string | undefined
  /** The permissions that the options ask for. */
  scope?: readonly string[] | undefined
  page?: PageFacts | undefined
  redirectUri?: string | undefined
  redirect?: PageFacts | undefined
  /** The redirect page as it is answered without the cookies of this page. `null`: not at all; `undefined`: nobody asked. */
  redirectWithoutCookies?: PageFacts | null | undefined
  /** The scripts of the redirect page, with the texts of those that are files of their own. */
  redirectScripts?: readonly PageScript[] | undefined
  /** The endpoints that the page will post to. */
  endpoints?: readonly EndpointFacts[] | undefined
  /** What answers at `connectOrigin`; `undefined` where it is Smartcar's, or could not be asked. */
  simulator?: SimulatorFacts | undefined
}
