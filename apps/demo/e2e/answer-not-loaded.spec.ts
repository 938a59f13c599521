// The code that reads the answer is loaded as the click comes near. If that fails, the session ends.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { grantAccess, openConnect, openGarage } from './through-connect.ts'

test('closes the popup again when the code that reads the answer cannot be loaded', {
  tag: ['@F63'],
}, async ({ page }) => {
  await page.route('**/late.ts*', route => route.fulfill({ status: 404 }))
  await openGarage(page)
  const exchanges = watchExchanges(page)
  const popup = await openConnect(page)
  if (!popup.isClosed()) await popup.waitForEvent('close')
  await expect(page.getByRole('status')).toHaveText(/Reload the page/)
  expect(exchanges).toHaveLength(0)

  await page.unroute('**/late.ts*')
  await page.reload()
  await grantAccess(page)
  await expect(page.getByRole('article').first()).toContainText('km')
  expect(exchanges).toHaveLength(1)
})

test('is not cancelled by the closed popup while the code that reads the answer is loading', {
  tag: ['@F06'],
}, async ({ page }) => {
  let continueLoading: () => void = () => {}
  const mayLoad = new Promise<void>(resolve => {
    continueLoading = resolve
  })
  await page.route('**/late.ts*', async route => {
    await mayLoad
    await route.continue()
  })
  await page.clock.install()
  await openGarage(page)
  await grantAccess(page)
  // A popup that closes without an answer cancels the session sooner than this.
  await page.clock.runFor(3000)
  await expect(page.getByRole('status')).toHaveText(/Waiting for you/)
  continueLoading()
  await expect(page.getByRole('article').first()).toContainText('km')
  await expect(page.getByRole('complementary')).not.toContainText('cancelled')
})
