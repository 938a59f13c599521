// The person turns around inside Connect.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { endConnect, openConnect, openGarage, signIn, statusLine } from './through-connect.ts'

test.use({ codeIssued: false })

for (const step of ['choosing a brand', 'signing in', 'allowing'] as const) {
  test(`is cancelled, not failed, by Back to application instead of ${step}`, async ({ page }) => {
    await openGarage(page)
    const exchanges = watchExchanges(page)
    const popup = await openConnect(page)
    if (step === 'signing in') {
      await popup.getByRole('button', { name: 'Tesla', exact: true }).click()
      await expect(popup.getByLabel('Email')).toBeVisible()
    }
    if (step === 'allowing') await signIn(popup)
    await endConnect(popup, 'Back to application')
    await expect(statusLine(page)).toHaveText(/You came back before finishing/)
    await expect(page.getByRole('complementary')).toContainText('reason: returned_to_app')
    await expect(page.getByRole('button', { name: 'Connect your car' })).toBeEnabled()
    expect(exchanges).toEqual([])
  })
}
