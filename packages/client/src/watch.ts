// Watches the popup and the clock while a session waits.

/** What can be seen from outside the popup. */
export type Watcher = {
  /** The popup looks closed. It may have isolated itself. */
  onLost: () => void
  /** It looked closed for a second while the person was back here. */
  onClosed: () => void
  /** The state token has grown too old. */
  onExpired: () => void
}

const lookEveryMs = 250
const graceMs = 1000

/** How long a state token is good for, in milliseconds. */
export const tokenLifeMs: number = 15 * 60_000

/**
 * Looks at the popup four times a second until it is closed, and then only at the clock. A look,
 * because no event tells that a window of another origin was closed.
 *
 * @param age how many milliseconds ago the session began
 * @returns stops watching
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-window-closed
 */
export function watch(
  popup: Pick<Window, 'closed'>,
  age: () => number,
  watcher: Watcher,
): () => void {
  let lost = false
  // How long the popup looked closed while the person was back on this page.
  let backSince: number | undefined
  let timer = setTimeout(look, lookEveryMs)

  function look() {
    const ageMs = age()
    if (ageMs >= tokenLifeMs) return watcher.onExpired()
    timer = setTimeout(look, lookEveryMs)
    if (!lost && popup.closed) {
      lost = true
      watcher.onLost()
    }
    backSince = lost && document.hasFocus() ? (backSince ?? ageMs) : undefined
    if (backSince !== undefined && ageMs - backSince >= graceMs) {
      clearTimeout(timer)
      timer = setTimeout(watcher.onExpired, tokenLifeMs - ageMs)
      watcher.onClosed()
    }
  }

  return () => clearTimeout(timer)
}
