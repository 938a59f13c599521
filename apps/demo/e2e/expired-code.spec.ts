// A code that has expired when it arrives: the same one is not sent again, a new session works.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { allow, grantAccess, openGarage, signIn } from './through-connect.ts'

test('after an expired code “Connect again” opens a new window, and connects', async ({ page }) => {
  await openGarage(page, 'expired-code')
  const exchanges = watchExchanges(page)
  await grantAccess(page)
  const again = page.getByRole('button', { name: 'Connect again' })
  await expect(again).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await page.getByLabel('Scenario').selectOption('happy')
  const opened = page.waitForEvent('popup')
  await again.click()
  const second = await opened
  await signIn(second)
  await allow(second)
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
  expect(exchanges).toHaveLength(2)
  expect(exchanges[1]).not.toEqual(exchanges[0])
})
