// The person says no.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import {
  allow,
  endConnect,
  openConnect,
  openGarage,
  signIn,
  statusLine,
} from './through-connect.ts'

test.describe(() => {
  test.use({ codeIssued: false })

  test('ends in access_denied when access is denied', { tag: ['@F17'] }, async ({ page }) => {
    await openGarage(page)
    const exchanges = watchExchanges(page)
    const popup = await openConnect(page)
    await signIn(popup)
    await endConnect(popup, 'Deny access')
    await expect(statusLine(page)).toHaveText(/You didn’t give access/)
    await expect(page.getByRole('complementary')).toContainText('code: access_denied')
    await expect(page.getByRole('article')).toHaveCount(0)
    expect(exchanges).toEqual([])
  })
})

test('connects after all when the person changes their mind', async ({ page }) => {
  await openGarage(page)
  const popup = await openConnect(page)
  await signIn(popup)
  await endConnect(popup, 'Deny access')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Connect again' }).click()
  const second = await opened
  await signIn(second)
  await allow(second)
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
})
