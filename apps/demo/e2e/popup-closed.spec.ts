// The person closes the popup.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import {
  allow,
  grantAccess,
  openConnect,
  openGarage,
  signIn,
  statusLine,
} from './through-connect.ts'

test.describe(() => {
  test.use({ codeIssued: false })

  test('is cancelled when the popup is closed by hand', { tag: ['@F04'] }, async ({ page }) => {
    await openGarage(page)
    const exchanges = watchExchanges(page)
    const popup = await openConnect(page)
    await signIn(popup)
    await popup.getByRole('button', { name: 'Allow' }).waitFor()
    await popup.close()
    await expect(statusLine(page)).toHaveText(/The window was closed before you finished/)
    await expect(page.getByRole('complementary')).toContainText('reason: popup_closed')
    expect(exchanges).toEqual([])
  })

  test('is cancelled from the page, and takes the popup along', { tag: ['@F52'] }, async ({
    page,
  }) => {
    await openGarage(page)
    const popup = await openConnect(page)
    const closed = popup.waitForEvent('close')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await closed
    await expect(statusLine(page)).toHaveText('Cancelled. Nothing was connected.')
  })
})

test('connects with a new popup after the first was closed', async ({ page }) => {
  await openGarage(page)
  await (await openConnect(page)).close()
  await expect(statusLine(page)).toHaveText(/The window was closed/)
  await grantAccess(page)
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
})

test('completes the exchange although the popup is closed', { tag: ['@F06'] }, async ({ page }) => {
  await openGarage(page)
  // The request waits until the popup is closed.
  let send: () => void = () => {}
  await page.route('**/api/code/exchange', route => {
    send = () => void route.continue()
  })
  const popup = await openConnect(page)
  await signIn(popup)
  await allow(popup)
  expect(popup.isClosed()).toBe(true)
  await expect(statusLine(page)).toHaveText(/finishing the connection/)
  send()
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
})
