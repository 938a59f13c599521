// A person in a browser: opens the page, connects a car, and sees it, also after a reload.

import { expect } from '@playwright/test'
import type { Browser, BrowserContext, Page } from 'playwright'
import { allow, signIn } from '../../apps/demo/e2e/through-connect.ts'

const patient = { timeout: 20_000 }

/**
 * Connects a car.
 *
 * @throws {Error} if the car with its odometer does not come, or if a page reported an error
 */
export async function connectCar(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext()
  const complaints = listen(context)
  try {
    const page = await context.newPage()
    await page.goto(url)
    const popup = await openConnect(page)
    await signIn(popup, 'Tesla')
    await allow(popup)
    await seesCar(page)
    await page.reload()
    await seesCar(page)
  } catch (error) {
    throw new Error([(error as Error).message, ...complaints].join('\n'), { cause: error })
  } finally {
    await context.close()
  }
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
}

// A page that came from a server shows its button before the script is there that listens to it.
async function openConnect(page: Page): Promise<Page> {
  const popups: Page[] = []
  page.on('popup', popup => popups.push(popup))
  const button = page.getByRole('button', { name: 'Connect your car', exact: true })
  await expect
    .poll(async () => {
      if (popups.length === 0) await button.click()
      return popups.length
    }, patient)
    .toBe(1)
  return popups[0] as Page
}

async function seesCar(page: Page): Promise<void> {
  const car = page.getByRole('listitem').filter({ hasText: /tesla/i })
  await expect(car).toHaveCount(1, patient)
  await expect(car).toContainText(/: [\d.]+ km$/, patient)
}

/** Writes down what any page of a context has to complain about. */
function listen(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', message => {
    const { url } = message.location()
    if (!/error|warning/.test(message.type()) || url.endsWith('/favicon.ico')) return
    complaints.push(`The console at ${url}: ${message.text()}`)
  })
  context.on('weberror', event => complaints.push(`Thrown in a page: ${event.error().stack}`))
  return complaints
}
