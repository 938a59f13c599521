// One thing that is wrong with a page.

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
 * - `open_replaced`: another script replaced `window.open`
 * - `part_not_loaded`: the part of this package that comes late cannot be loaded
 * - `unknown_permission`: `scope` names a permission that this version does not know
 * - `simulator_missing`: no simulator is at `connectOrigin`
 * - `endpoint_unreachable`: no endpoint of the backend answers this page
 * - `endpoint_redirected`: an endpoint answers with a redirect, such as to a login
 * - `endpoint_missing`: something else than an endpoint answers, such as the shell of the app
 * - `endpoint_refused`: an endpoint refuses this page
 * - `endpoint_failed`: an endpoint fails, or its options cannot work
 * - `redirect_on_other_origin`: the redirect URI is on another origin than the page
 * - `redirect_unreachable`: nothing is served at the redirect URI
 * - `redirect_rewritten`: the host sends the redirect URI on to another address
 * - `redirect_behind_login`: the redirect page is served only to people who are logged in
 * - `redirect_swallowed`: something else than the redirect page is served there
 * - `redirect_script_blocked`: the script of the redirect page cannot run: a policy forbids it, a build
 *   changed or took it, or its file is not served
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
  | 'open_replaced'
  | 'part_not_loaded'
  | 'unknown_permission'
  | 'simulator_missing'
  | 'endpoint_unreachable'
  | 'endpoint_redirected'
  | 'endpoint_missing'
  | 'endpoint_refused'
  | 'endpoint_failed'
  | 'redirect_on_other_origin'
  | 'redirect_unreachable'
  | 'redirect_rewritten'
  | 'redirect_behind_login'
  | 'redirect_swallowed'
  | 'redirect_script_blocked'
  | 'redirect_isolated'
  | 'redirect_headers'

/** Makes a finding that breaks connecting. */
export function error(code: FindingCode, message: string, advice: string): Finding {
  return { code, severity: 'error', message, advice }
}

/** Makes a finding that makes connecting worse or less safe. */
export function warning(code: FindingCode, message: string, advice: string): Finding {
  return { code, severity: 'warning', message, advice }
}
