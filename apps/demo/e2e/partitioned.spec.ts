// The app in a frame of another site, in a browser that partitions what it stores and its channels,
// which Playwright otherwise turns off.

import { createServer } from 'node:http'
import { expect } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { press, signIn } from '../../../scripts/engines/through-popup.ts'
import { test, untilTold } from './own-app.ts'

const { args, ...launch } = browserLaunch()
// The last list counts, so this one puts aside Playwright's, in which partitioning is.
const disabled = '--disable-features=Translate,HttpsUpgrades'

test.use({
  launchOptions: { ...launch, args: [...args, disabled] },
})

const site = createServer((request, response) => {
  const src = new URL(`http://localhost${request.url}`).searchParams.get('src')
  const page = `<!doctype html><iframe src="${src}"></iframe>`
  response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)
})
// 127.0.0.1 is another site than localhost.
test.beforeAll(() => new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve)))
test.afterAll(() => {
  site.close()
  site.closeAllConnections()
})

test('connects from a frame of another site, by the window, as the channel ends at the partition', {
  tag: ['@F34'],
}, async ({ page, context, app }) => {
  const { port } = Object(site.address())
  await page.goto(`http://127.0.0.1:${port}/?src=${app.origin}/`)
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
  await untilTold(inner, /connected/)
})
