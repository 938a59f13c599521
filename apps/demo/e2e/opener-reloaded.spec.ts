// The app's page is reloaded while the person is in the popup.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { allow, openConnect, openGarage, signIn, statusLine } from './through-connect.ts'

test('goes on after the opener was reloaded, and connects', { tag: ['@F08'] }, async ({ page }) => {
  await openGarage(page)
  const exchanges = watchExchanges(page)
  const popup = await openConnect(page)
  await signIn(popup)
  await popup.getByRole('button', { name: 'Allow' }).waitFor()
  await page.reload()
  await expect(statusLine(page)).toHaveText(/We can’t see the Smartcar window any more/)
  await allow(popup)
  await expect(page.getByRole('article', { name: /^Tesla/ })).toContainText(/Odometer[\d,]+ km/)
  await expect(statusLine(page)).toHaveText('Your car is connected.')
  expect(exchanges).toHaveLength(1)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
})
