// Watches the popup and the clock while a session waits.

const lookEveryMs = 250
const graceMs = 1000

/** How long a state token is good for, in milliseconds. */
export const tokenLifeMs = 900_000

/**
 * What can be seen from outside the popup.
 *
 * - `lost`: it looks closed, but may have isolated itself
 * - `popup_closed`: it has looked closed for a second while the person was back on this page
 * - `expired`: the state token is too old
 */
export type PopupSign = 'lost' | 'popup_closed' | 'expired'

/**
 * Looks at the popup four times a second until the person has left it, and from then on only at
 * the clock. It has to look, because no event tells that a window of another origin was closed.
 *
 * @param age how many milliseconds ago the session began
 * @param signal ends the watching
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-window-closed
 */
export function watch(
  popup: Pick<Window, 'closed'>,
  age: () => number,
  onSign: (sign: PopupSign) => void,
  signal: AbortSignal,
): void {
  let lost = false
  let backSinceMs = Infinity
  let timer = setTimeout(look, lookEveryMs)
  signal.addEventListener('abort', () => clearTimeout(timer))

  function look() {
    const ageMs = age()
    if (ageMs >= tokenLifeMs) return onSign('expired')
    timer = setTimeout(look, lookEveryMs)
    if (!popup.closed) return
    if (!lost) onSign('lost')
    lost = true
    backSinceMs = document.hasFocus() ? Math.min(backSinceMs, ageMs) : Infinity
    if (ageMs - backSinceMs >= graceMs) {
      clearTimeout(timer)
      timer = setTimeout(onSign, tokenLifeMs - ageMs, 'expired')
      onSign('popup_closed')
    }
  }
}
