// From a click to `window.open`, in a page that was just loaded.

import type { Page } from 'playwright'

// Notes when the click arrives and when a window is opened. None is, so that pages do not pile up.
const stopwatch = `
  window.addEventListener('click', () => { window.clicked = performance.now() }, { capture: true })
  window.open = () => { window.opened = performance.now(); return null }
`

/** Makes a page measure its clicks. */
export function watchClicks(page: Page): Promise<unknown> {
  return page.addInitScript(stopwatch)
}

/**
 * Loads an app anew and clicks.
 *
 * @returns milliseconds from the first listener of the click until `window.open` is called
 */
export async function clickToWindow(page: Page, url: string): Promise<number> {
  await page.goto(`${url}?isolated`)
  await page.click('#connect')
  await page.waitForFunction('window.opened')
  return page.evaluate<number>('opened - clicked')
}
