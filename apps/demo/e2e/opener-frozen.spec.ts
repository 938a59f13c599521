// On a phone the popup is a tab, and the browser freezes the tab behind it.

import { expect } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { test, untilSession } from './own-app.ts'
import { openConnect, signIn } from './through-connect.ts'

// The headless shell stops both.
test.use({ launchOptions: browserLaunch() })

// Every page is visible here, and a visible page cannot be frozen. So the debugger stops it. With COOP
// the popup has a process of its own, which does not stop with the opener's.
test('connects when the opener was frozen for longer than the redirect page waits for it', {
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
  // The redirect page says what to do, and goes on listening.
  await expect(popup.getByText('We couldn’t reach the page')).toBeVisible()
  expect(app.codes).toEqual([])

  const closed = popup.waitForEvent('close')
  await devtools.send('Debugger.resume')
  await untilSession(page, /connected/)
  await closed
  expect(app.codes).toHaveLength(1)
})
