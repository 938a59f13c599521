// Where Connect appears: in a popup, or in this tab.

/**
 * - `popup`: always a popup
 * - `redirect`: this tab leaves for Connect and comes back
 * - `auto`: a popup, but this tab where a popup is known to go wrong: in an installed app and in
 *   the browsers inside other apps
 */
export type Presentation = 'popup' | 'redirect' | 'auto'

// A view of Apple's engine without a `Safari/` is not a browser but another app's window, on a Mac and
// on an iPad that asks for desktop pages as well. A view of Android says `; wv)`, and before Chrome's a
// version of its own, which some apps leave alone where they take the other out. The apps that are
// named say none of it, at least in some versions.
const appWindow =
  /^(?=.*(iP(hone|ad|od)|Macintosh).*AppleWebKit)(?!.* Safari\/)|; wv\)|\bVersion\/4\.0 Chrome\/|\b(FB(A[NV]|_IAB)|GSA|Instagram|Line|MicroMessenger|NAVER|Snapchat)\b/

/** Whether this tab is to leave for Connect. */
export function wantsRedirect(presentation: Presentation | undefined): boolean {
  if (presentation !== 'auto') return presentation === 'redirect'
  // Every way to show an installed app, with its own window or full screen, is another than a tab.
  const isInstalled =
    globalThis.matchMedia?.('not all and (display-mode: browser)').matches ||
    (navigator as { standalone?: boolean }).standalone
  return isInstalled || appWindow.test(navigator.userAgent)
}
