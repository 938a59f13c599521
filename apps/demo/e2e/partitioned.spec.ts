// The app in a frame of another site, in a browser that partitions storage and channels by site.

import { expect } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { press, signIn } from '../../../scripts/engines/through-popup.ts'
import { test, untilSession } from './own-app.ts'

const { args, ...launch } = browserLaunch()
// Playwright disables partitioning in a list of its own. The last list of a command line counts.
const disabled = '--disable-features=Translate,HttpsUpgrades'

test.use({
  launchOptions: { ...launch, args: [...args, disabled] },
})

test('connects from a frame of another site through the window, as no channel crosses sites', {
  tag: ['@F34'],
}, async ({ page, context, app, serve }) => {
  const site = await serve('127.0.0.1', () => `<iframe src="${app.origin}/"></iframe>`)
  await page.goto(site)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button').waitFor()
  const inner = page.frames()[1] ?? page.mainFrame()

  const canary = await context.newPage()
  await canary.goto(app.origin)
  const crossed = await Promise.all([
    inner.evaluate(
      () =>
        new Promise(resolve => {
          const channel = new BroadcastChannel('canary')
          channel.onmessage = () => resolve(true)
          setTimeout(resolve, 1500, false)
        }),
    ),
    canary.evaluate(() => {
      const channel = new BroadcastChannel('canary')
      setInterval(() => channel.postMessage('here'), 100)
    }),
  ])
  expect(crossed[0], 'whether a channel crosses the partition').toBe(false)

  const opened = page.waitForEvent('popup')
  await frame.getByRole('button', { name: 'Connect your car' }).click()
  const popup = await opened
  const tab = {
    evaluate: (expression: string) => popup.evaluate(expression).catch(() => undefined),
  }
  await signIn(tab)
  await press(tab, 'Allow')
  await untilSession(inner, /connected/)
})
