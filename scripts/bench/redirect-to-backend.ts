// From the request for the redirect page to the request that the backend gets.

import type { BrowserContext } from 'playwright'
import type { BenchServer } from './bench-server.ts'

/**
 * Goes through one whole session in a page of its own.
 *
 * @param path the app's, as in `/official/`
 * @returns milliseconds by the server's clock
 */
export async function redirectToBackend(
  context: BrowserContext,
  server: BenchServer,
  path: string,
): Promise<number> {
  const page = await context.newPage()
  await page.goto(server.origin + path)
  const redirected = server.nextRequest(`${path}redirect.html`)
  const exchanged = server.nextRequest(`${path}exchange`)
  await page.click('#connect')
  const ms = (await exchanged) - (await redirected)
  await Promise.all(context.pages().map(page => page.close()))
  return ms
}
