// Everything works without a mouse.

import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { newAccount, openGarage } from './through-connect.ts'

test('connects and disconnects a car with the keyboard alone', async ({ page }) => {
  await openGarage(page)
  await tabTo(page, page.getByRole('button', { name: 'Connect your car' }))
  const opened = page.waitForEvent('popup')
  await page.keyboard.press('Enter')
  const popup = await opened

  await tabTo(popup, popup.getByLabel('Search brands'))
  await popup.keyboard.type('polestar')
  await popup.keyboard.press('Enter')
  await expect(popup.getByRole('button', { name: 'Tesla' })).toHaveCount(0)
  await tabTo(popup, popup.getByRole('button', { name: 'Polestar' }))
  await popup.keyboard.press('Enter')

  await tabTo(popup, popup.getByLabel('Email'))
  await popup.keyboard.type(newAccount())
  await popup.keyboard.press('Tab')
  await popup.keyboard.type('any password')
  await popup.keyboard.press('Enter')

  await tabTo(popup, popup.getByRole('button', { name: 'Allow' }))
  const closed = popup.waitForEvent('close')
  await popup.keyboard.press('Enter')
  await closed

  const car = page.getByRole('article', { name: /^Polestar/ })
  await expect(car).toContainText(/Odometer[\d,]+ km/)
  await tabTo(page, car.getByRole('button', { name: /^Disconnect Polestar/ }))
  await page.keyboard.press('Enter')
  const keep = car.getByRole('button', { name: 'Keep it' })
  await expect(keep).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(car.getByRole('button', { name: /^Disconnect Polestar/ })).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(keep).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toHaveCount(0)
  // The focus stays where the car was.
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

// Presses Tab until the target has the focus. There are fewer than 80 stops on the page.
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  function isFocused() {
    return target.evaluate(element => element === document.activeElement)
  }
  for (let stop = 0; stop < 80 && !(await isFocused()); stop += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}
