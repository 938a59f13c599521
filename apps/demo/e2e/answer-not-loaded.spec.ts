// What reads the answer is loaded while the popup is open. If that fails, the answer is kept.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { allow, openConnect, openGarage, signIn } from './through-connect.ts'

test('F22 keeps the answer when what reads it cannot be loaded, and trying again connects', async ({
  page,
}) => {
  await page.route('**/answering.ts*', route => route.abort('internetdisconnected'))
  await openGarage(page)
  const exchanges = watchExchanges(page)
  const popup = await openConnect(page)
  await signIn(popup)
  await allow(popup)
  await expect(page.getByRole('status')).toHaveText(/offline/)
  expect(exchanges).toHaveLength(0)

  await page.unroute('**/answering.ts*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article').first()).toContainText('km')
  expect(exchanges).toHaveLength(1)
})
