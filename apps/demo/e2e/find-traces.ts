// Searches everything that a page holds for a text.

import type { Page } from '@playwright/test'

/** The places of the page that contain the text. */
export async function findTraces(page: Page, text: string): Promise<string[]> {
  const places = Object.entries(await page.evaluate(readPlaces))
  return places.filter(([, content]) => content.includes(text)).map(([place]) => place)
}

// Runs in the page, so it cannot use anything outside of itself.
async function readPlaces(): Promise<Record<string, string>> {
  const fields = document.querySelectorAll<HTMLInputElement>('input, select, textarea')
  const databases = await indexedDB.databases()
  return {
    address: location.href,
    history: navigation
      .entries()
      .map(({ url }) => url)
      .join(' '),
    'history state': JSON.stringify(history.state),
    'addresses in the performance timeline': performance
      .getEntries()
      .map(({ name }) => name)
      .join(' '),
    'window name': window.name,
    'local storage': JSON.stringify({ ...localStorage }),
    'session storage': JSON.stringify({ ...sessionStorage }),
    cookies: document.cookie,
    'names of databases': databases.map(({ name }) => name).join(' '),
    'names of caches': (await caches.keys()).join(' '),
    document: document.documentElement.outerHTML,
    fields: [...fields].map(({ value }) => value).join(' '),
  }
}
