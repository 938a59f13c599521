// The app in a frame of another site, in a browser that partitions what it stores and its channels,
// which Playwright otherwise turns off.

import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser-launch.ts'
import { type App, startApp } from '../../../scripts/engines/app-server.ts'
import { startSimulator } from '../../../scripts/engines/simulator-service.ts'
import { press, signIn } from '../../../scripts/engines/through-popup.ts'

const { args, ...launch } = browserLaunch()
// The last list counts, so this one puts aside Playwright's, in which partitioning is.
const disabled = '--disable-features=Translate,HttpsUpgrades'

test.use({
  launchOptions: { ...launch, args: [...args, disabled] },
})

let simulator: Awaited<ReturnType<typeof startSimulator>>
let app: App
let port: number
const site = createServer((_, response) => {
  const page = `<!doctype html><iframe src="${app.origin}/"></iframe>`
  response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)
})

test.beforeAll(async () => {
  simulator = await startSimulator()
  app = await startApp(simulator.origin)
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  port = Object(site.address()).port
})
test.afterAll(async () => {
  site.close()
  site.closeAllConnections()
  await app.stop()
  await simulator.stop()
})

test('F34 connects from a frame of another site, by the window, as the channel ends at the partition', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  // 127.0.0.1 is another site than localhost.
  await page.goto(`http://127.0.0.1:${port}/`)
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
  await expect
    .poll(() => inner.evaluate(() => `${Reflect.get(window, 'seen')}`))
    .toMatch(/connected/)
})
