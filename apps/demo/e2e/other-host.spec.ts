// The page is opened on another host than its redirect URI was written for.

import { expect } from '@playwright/test'
import { test, untilSession } from './own-app.ts'
import { grantAccess } from './through-connect.ts'

function optionsOf(options: object): string {
  return encodeURIComponent(JSON.stringify(options))
}

test('the page renders, and the click says what is wrong', {
  tag: ['@F67', '@F45'],
}, async ({ page, app }) => {
  const redirectUri = 'https://www.app.example/smartcar-redirect.html'
  await page.goto(`${app.origin}/?options=${optionsOf({ redirectUri })}`)
  await page.getByRole('button', { name: 'Connect your car' }).click()
  await untilSession(page, /failed popup_unsupported/)
  const message = await page.evaluate(
    () => Reflect.get(window, 'connect').getSession().error.message as string,
  )
  expect(message).toContain(`\`redirectUri\` is ${redirectUri}, not of ${app.origin}`)
  expect(page.context().pages()).toHaveLength(1)
})

test('a redirect URI that is a path connects on any host', {
  tag: ['@F67'],
}, async ({ page, app }) => {
  const redirectUri = '/smartcar-redirect.html'
  await page.goto(`${app.origin}/?options=${optionsOf({ redirectUri })}`)
  await grantAccess(page)
  await untilSession(page, /connected 1/)
})
