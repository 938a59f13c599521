// Keeps the next window of this page from opening, as a pop-up blocker does.

// The browser's own, while ours is in its place.
let open = globalThis.open

/**
 * From now on, and once, `window.open` opens nothing and returns `null`. A second call before that, as of
 * a double click, changes nothing.
 *
 * @returns ends it, where no window was asked for
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#window-open-steps
 */
export function blockNextWindow(): () => void {
  if (window.open !== openNothing) {
    open = window.open
    window.open = openNothing
  }
  return stop
}

function openNothing(): null {
  stop()
  return null
}

function stop(): void {
  if (window.open === openNothing) window.open = open
}
