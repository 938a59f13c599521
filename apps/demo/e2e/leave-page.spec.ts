// The page asks whether it may be left when this tab goes to Connect.

import { expect } from '@playwright/test'
import { test, untilSession } from './own-app.ts'
import { allow, signIn } from './through-connect.ts'

const options = encodeURIComponent(JSON.stringify({ presentation: 'redirect' }))

test('whoever stays finds the button as it was, and may go later', {
  tag: ['@F68'],
}, async ({ page, app }) => {
  await page.goto(`${app.origin}/?options=${options}`)
  await page.evaluate(() => {
    window.onbeforeunload = () => 'Leave site?'
  })
  page.once('dialog', dialog => dialog.dismiss())
  const button = page.getByRole('button', { name: 'Connect your car' })
  await button.click()
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'seen')))
    .toEqual(['redirecting', 'idle'])
  page.once('dialog', dialog => dialog.accept())
  await button.click()
  await page.waitForURL('**/connect/brand?*')
  await signIn(page)
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL(`${app.origin}/?*`)
  await untilSession(page, /connected 1/)
  expect(app.codes).toHaveLength(1)
})

test('a popup that is opened after staying reports', { tag: ['@F68'] }, async ({ page, app }) => {
  await page.goto(`${app.origin}/?options=${options}`)
  await page.evaluate(() => {
    window.onbeforeunload = () => 'Leave site?'
  })
  page.once('dialog', dialog => dialog.dismiss())
  await page.getByRole('button', { name: 'Connect your car' }).click()
  const opened = page.waitForEvent('popup')
  // At once, while it still looks as if this tab were leaving.
  await page.evaluate(() => void Reflect.get(window, 'connect').open({ presentation: 'popup' }))
  const popup = await opened
  await signIn(popup)
  await allow(popup)
  await untilSession(page, /connected 1/)
})
