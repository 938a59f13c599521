// What reads the answer is loaded while the popup is open. If that fails, the answer is kept.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { allow, openConnect, openGarage, signIn } from './through-connect.ts'

test('keeps the answer when what reads it cannot be loaded, and trying again connects', {
  tag: ['@F22'],
}, async ({ page }) => {
  await page.route('**/late.ts*', route => route.abort('internetdisconnected'))
  await openGarage(page)
  const exchanges = watchExchanges(page)
  const popup = await openConnect(page)
  await signIn(popup)
  await allow(popup)
  await expect(page.getByRole('status')).toHaveText(/offline/)
  expect(exchanges).toHaveLength(0)

  await page.unroute('**/late.ts*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article').first()).toContainText('km')
  expect(exchanges).toHaveLength(1)
})

test('is not cancelled by the closed popup while what reads the answer is still loading', {
  tag: ['@F06'],
}, async ({ page }) => {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/late.ts*', async route => {
    await released
    await route.continue()
  })
  await page.clock.install()
  await openGarage(page)
  const popup = await openConnect(page)
  await signIn(popup)
  await allow(popup)
  // Long enough for a popup that closed without an answer to count as left.
  await page.clock.runFor(3000)
  await expect(page.getByRole('status')).toHaveText(/Waiting for you/)
  release()
  await expect(page.getByRole('article').first()).toContainText('km')
  await expect(page.getByRole('complementary')).not.toContainText('cancelled')
})
