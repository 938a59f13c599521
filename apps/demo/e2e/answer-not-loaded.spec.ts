// A part of the package is loaded as the click comes near. Without it no answer could be read.

import { expect } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { grantAccess, openConnect, openGarage, statusLine } from './through-connect.ts'

test('closes the window when a part could not be loaded, and connects after the reload that it offers', {
  tag: ['@F22', '@F63'],
}, async ({ page }) => {
  await page.route('**/late.ts*', route => route.fulfill({ status: 404 }))
  await openGarage(page)
  const popup = await openConnect(page)
  await expect(statusLine(page)).toHaveText(/couldn’t be loaded/)
  await expect.poll(() => popup.isClosed()).toBe(true)

  await page.unroute('**/late.ts*')
  const reloaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await reloaded
  await grantAccess(page)
  await expect(page.getByRole('article').first()).toContainText('km')
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
  await expect(statusLine(page)).toHaveText(/Carry on in/)
  continueLoading()
  await expect(page.getByRole('article').first()).toContainText('km')
  await expect(page.getByRole('complementary')).not.toContainText('cancelled')
})
