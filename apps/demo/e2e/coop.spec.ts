// A page in the popup cuts the link to its opener, as car makers do.

import { expect, type Page } from '@playwright/test'
import { tokenCalls, watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import {
  allow,
  chooseBrand,
  endConnect,
  openConnect,
  openGarage,
  signIn,
  statusLine,
} from './through-connect.ts'

test('connects although the popup has lost its opener and looks closed', { tag: ['@F05'] }, async ({
  page,
  request,
  codes,
}) => {
  await openGarage(page, 'coop')
  const exchanges = watchExchanges(page)
  const popup = await openConnect(page)
  const simulator = new URL(popup.url()).origin
  await signIn(popup)
  await popup.getByRole('button', { name: 'Allow' }).waitFor()
  expect(await popup.evaluate(() => window.opener)).toBeNull()
  // The opener has noticed that it cannot see the popup. It may even have cancelled the session.
  await expect(page.getByRole('complementary')).toContainText('popup: lost')

  await allow(popup)
  await expect(page.getByRole('article', { name: /^Tesla/ })).toContainText(/Odometer[\d,]+ km/)
  await expect(statusLine(page)).toHaveText('Your car is connected.')
  const [code] = codes
  expect(exchanges.map(exchange => exchange.code)).toEqual([code])
  expect(await tokenCalls(request, simulator, code)).toBe(1)
})

test.describe(() => {
  test.use({ codeIssued: false })

  test('waits while the person is at the popup, and gives up once they are back without it', {
    tag: ['@F05'],
  }, async ({ page }) => {
    await openGarage(page, 'coop')
    await beElsewhere(page)
    const popup = await openConnect(page)
    await chooseBrand(popup, 'Tesla')
    const status = statusLine(page)
    await expect(status).toHaveText(/We can’t see the Smartcar window any more/)
    await popup.close()
    await comeBack(page)
    await expect(status).toHaveText(/The window was closed before you finished/)
  })

  test('ends in access_denied although the popup cannot be seen any more', {
    tag: ['@F05'],
  }, async ({ page }) => {
    await openGarage(page, 'coop')
    await beElsewhere(page)
    const popup = await openConnect(page)
    await signIn(popup)
    await expect(statusLine(page)).toHaveText(/We can’t see the Smartcar window any more/)
    await endConnect(popup, 'Deny access')
    await expect(statusLine(page)).toHaveText(/You didn’t give access/)
  })
})

// With Playwright every page has the focus. In a real browser only one has.
async function beElsewhere(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => false
  })
}

async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => true
  })
}
