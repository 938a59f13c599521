// What is known about a page and its redirect page.

import type { PageScript } from './page-scripts.ts'

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
  /** The scripts of the redirect page, with the texts of those that are files of their own. */
  redirectScripts?: readonly PageScript[] | undefined
}
