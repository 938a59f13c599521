// Keeps the next window of this page from opening, as a pop-up blocker does.

/**
 * From now on, and once, `window.open` opens nothing and returns `null`.
 *
 * @returns ends it, where no window was asked for
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#window-open-steps
 */
export function blockNextWindow(): () => void {
  const { open } = window
  function stop() {
    window.open = open
  }
  window.open = () => {
    stop()
    return null
  }
  return stop
}
