// The answer belongs to another session.

import { expect } from '@playwright/test'
import { tokenCalls, watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { allow, openConnect, openGarage, signIn, statusLine } from './through-connect.ts'

test('ends in state_mismatch and exchanges nothing', { tag: ['@F16'] }, async ({
  page,
  request,
  codes,
}) => {
  await openGarage(page, 'wrong-state')
  const exchanges = watchExchanges(page)
  const popup = await openConnect(page)
  const simulator = new URL(popup.url()).origin
  await signIn(popup)
  await allow(popup)
  await expect(statusLine(page)).toHaveText(/That was an earlier attempt/)
  await expect(page.getByRole('complementary')).toContainText('code: state_mismatch')
  await expect(page.getByRole('article')).toHaveCount(0)
  const [code] = codes
  expect(code).toBeDefined()
  expect(exchanges).toEqual([])
  expect(await tokenCalls(request, simulator, code)).toBe(0)
})

test('connects on the next click, when the answer belongs to it', async ({ page }) => {
  await openGarage(page, 'wrong-state')
  const first = await openConnect(page)
  await signIn(first)
  await allow(first)
  await expect(statusLine(page)).toHaveText(/That was an earlier attempt/)
  await page.getByLabel('Scenario').selectOption('happy')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Connect again' }).click()
  const second = await opened
  await signIn(second)
  await allow(second)
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
})
