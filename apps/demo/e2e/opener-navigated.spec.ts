// A page of the provider that navigates its opener, to show a false sign-in page there.

import { expect, type Page } from '@playwright/test'
import { test, untilSession } from './own-app.ts'
import { allow, openConnect, signIn } from './through-connect.ts'

function evilPage(): string {
  return '<title>Evil</title>'
}

// The click in the popup is the gesture that a browser demands.
async function navigateOpener(popup: Page, url: string): Promise<boolean> {
  await popup.getByRole('heading').first().click()
  return popup.evaluate(url => {
    if (!window.opener) return false
    window.opener.location = url
    return true
  }, url)
}

test('the popup of a page that isolates itself cannot navigate its opener, and connects', {
  tag: ['@T25'],
}, async ({ page, app, serve }) => {
  const evilOrigin = await serve('127.0.0.1', evilPage)
  await page.goto(`${app.origin}/?coop=same-origin`)
  const popup = await openConnect(page)
  expect(await navigateOpener(popup, evilOrigin)).toBe(false)
  await signIn(popup)
  await allow(popup)
  await untilSession(page, /connected/)
  expect(new URL(page.url()).origin).toBe(app.origin)
})

test('the popup of another page can navigate its opener, and then nothing is exchanged', {
  tag: ['@T25'],
}, async ({ page, app, serve }) => {
  const evilOrigin = await serve('127.0.0.1', evilPage)
  await page.goto(`${app.origin}/?coop=same-origin-allow-popups`)
  const popup = await openConnect(page)
  expect(await navigateOpener(popup, evilOrigin)).toBe(true)
  await page.waitForURL(`${evilOrigin}/`)
  // The opener now is of another origin, so the redirect page sends it nothing.
  await page.evaluate(() => {
    Reflect.set(window, 'heard', [])
    addEventListener('message', ({ data }) => Reflect.get(window, 'heard').push(data))
  })
  await signIn(popup)
  await popup.getByRole('button', { name: 'Allow' }).click()
  await expect(popup.getByText('We couldn’t reach the page')).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([])
  expect(app.codes).toEqual([])
})
