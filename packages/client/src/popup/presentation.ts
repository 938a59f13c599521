// Where Connect appears: in a popup, or in this tab.

/**
 * - `popup`: always a popup
 * - `redirect`: this tab leaves for Connect and comes back
 * - `auto`: a popup, but this tab where a popup is known to go wrong: in an installed app and in
 *   the browsers inside other apps
 */
export type Presentation = 'popup' | 'redirect' | 'auto'

/** Whether this tab is to leave for Connect. */
export function wantsRedirect(presentation: Presentation | undefined): boolean {
  if (presentation !== 'auto') return presentation === 'redirect'
  const installed = matchMedia('(display-mode: standalone)').matches
  return installed || /\b(FBAN|FBAV|Instagram|Line|wv)\b/.test(navigator.userAgent)
}
