// Chromium, through Playwright.

import { type Browser, chromium, type Page } from 'playwright'
import { browserLaunch } from '../browser/browser-launch.ts'
import type { Engine, Tab } from './engine.ts'

/** Starts Chromium; `undefined` where there is none. */
export async function startChromium(): Promise<Engine | undefined> {
  if (!browserLaunch().executablePath) return undefined
  return inChromium(await chromium.launch(browserLaunch()))
}

/** An engine of a Chromium that runs already; stopping it ends that one. */
export async function inChromium(browser: Browser): Promise<Engine> {
  const context = await browser.newContext()
  const ids = new Map<Page, string>()
  function tabOf(page: Page): Tab {
    const id = ids.get(page) ?? `${ids.size + 1}`
    ids.set(page, id)
    return {
      id,
      evaluate: expression => page.evaluate(expression).catch(() => undefined),
      click: selector => page.click(selector),
      goTo: async url => void (await page.goto(url)),
      activate: () => page.bringToFront(),
      close: () => page.close(),
    }
  }
  return {
    name: `Chromium ${browser.version()}`,
    newTab: async () => tabOf(await context.newPage()),
    tabs: async () => context.pages().map(tabOf),
    stop: () => browser.close(),
  }
}
