// On a phone the popup is a tab, and the tab behind it stands still.

import { expect } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { test, untilTold } from './own-app.ts'
import { openConnect, signIn } from './through-connect.ts'

// The headless shell stops both.
test.use({ launchOptions: browserLaunch() })

// A page that is visible cannot be frozen, and every page is visible here. The debugger stops one
// just as well; COOP puts the popup into a process of its own, which does not stop with it.
test('connects when the opener slept for longer than the redirect page hopes for', {
  tag: ['@F37'],
}, async ({ page, app }) => {
  await page.goto(`${app.origin}/?scenario=coop`)
  const popup = await openConnect(page)
  await signIn(popup)
  const devtools = await page.context().newCDPSession(page)
  const paused = new Promise(resolve => devtools.once('Debugger.paused', resolve))
  await devtools.send('Debugger.enable')
  await devtools.send('Debugger.pause')
  await paused
  await popup.getByRole('button', { name: 'Allow' }).click()
  // Says what to do, and goes on listening.
  await expect(popup.getByText('We couldn’t reach the page')).toBeVisible()
  expect(app.codes).toEqual([])

  const closed = popup.waitForEvent('close')
  await devtools.send('Debugger.resume')
  await untilTold(page, /connected/)
  await closed
  expect(app.codes).toHaveLength(1)
})
