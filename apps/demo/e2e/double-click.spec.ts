// More clicks than needed.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { allow, openGarage, signIn } from './through-connect.ts'

for (const clicks of [2, 10]) {
  test(`opens one popup and exchanges once for ${clicks} clicks`, { tag: ['@F10'] }, async ({
    page,
    context,
  }) => {
    await openGarage(page)
    const exchanges = watchExchanges(page)
    const opened: unknown[] = []
    context.on('page', popup => opened.push(popup))
    const button = page.getByRole('button', { name: 'Connect your car' })
    const first = page.waitForEvent('popup')
    await button.click({ clickCount: clicks })
    const popup = await first
    await signIn(popup)
    // And once more, while it waits.
    await button.click()
    await allow(popup)
    await expect(page.getByRole('article')).toHaveCount(1)
    expect(opened).toEqual([popup])
    expect(exchanges).toHaveLength(1)
  })
}
