// Two tabs of the app at once.

import { expect } from '@playwright/test'
import { watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import { allow, openConnect, openGarage, signIn } from './through-connect.ts'

const orders = [
  { signsIn: ['Audi', 'Tesla'], allows: ['Audi', 'Tesla'] },
  { signsIn: ['Audi', 'Tesla'], allows: ['Tesla', 'Audi'] },
  { signsIn: ['Tesla', 'Audi'], allows: ['Audi', 'Tesla'] },
  { signsIn: ['Tesla', 'Audi'], allows: ['Tesla', 'Audi'] },
] as const

for (const { signsIn, allows } of orders) {
  const order = `sign in ${signsIn.join(', ')}; allow ${allows.join(', ')}`
  test(`connects in both tabs: ${order}`, { tag: ['@F12'] }, async ({ page, context, codes }) => {
    test.slow()
    const tabs = { Audi: page, Tesla: await context.newPage() }
    const exchanges = { Audi: watchExchanges(tabs.Audi), Tesla: watchExchanges(tabs.Tesla) }
    await openGarage(tabs.Audi)
    await openGarage(tabs.Tesla)
    const popups = { Audi: await openConnect(tabs.Audi), Tesla: await openConnect(tabs.Tesla) }
    for (const brand of signsIn) await signIn(popups[brand], brand)
    for (const brand of allows) {
      await allow(popups[brand])
      await expect(tabs[brand].getByRole('article', { name: brand })).toBeVisible()
    }
    // Each tab exchanged the code of its own popup and no other. `codes` are in the order of arrival.
    const sent = allows.map(brand => exchanges[brand].map(({ code }) => code))
    expect(sent).toEqual([...codes].map(code => [code]))
    for (const tab of Object.values(tabs)) {
      await tab.reload()
      await expect(tab.getByRole('article')).toHaveCount(2)
    }
  })
}
