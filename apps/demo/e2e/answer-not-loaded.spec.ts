// The code that reads the answer is loaded while the popup is open. If that fails, the answer is kept.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { grantAccess, openGarage } from './through-connect.ts'

test('keeps the answer when the code that reads it cannot be loaded, and trying again connects', {
  tag: ['@F22'],
}, async ({ page }) => {
  await page.route('**/late.ts*', route => route.abort('internetdisconnected'))
  await openGarage(page)
  const exchanges = watchExchanges(page)
  await grantAccess(page)
  await expect(page.getByRole('status')).toHaveText(/offline/)
  expect(exchanges).toHaveLength(0)

  await page.unroute('**/late.ts*')
  await page.getByRole('button', { name: 'Try again' }).click()
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
