// The app in a frame of the same site, and in a sandboxed one.

import { createServer } from 'node:http'
import { expect, type Frame, type Page } from '@playwright/test'
import { test, untilTold } from './own-app.ts'
import { allow, signIn } from './through-connect.ts'

// The parent, on another port and so another origin of the same site.
const parent = createServer((request, response) => {
  const { searchParams } = new URL(`http://localhost${request.url}`)
  const sandbox = searchParams.get('sandbox')
  const attribute = sandbox ? `sandbox="${sandbox}"` : ''
  const frame = `<iframe src="${searchParams.get('src')}" ${attribute}></iframe>`
  response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html>${frame}`)
})
test.beforeAll(() => new Promise<void>(resolve => parent.listen(0, 'localhost', resolve)))
test.afterAll(() => {
  parent.close()
  parent.closeAllConnections()
})

async function openFramed(page: Page, src: string, sandbox = ''): Promise<Frame> {
  const { port } = Object(parent.address())
  await page.goto(`http://localhost:${port}/?${new URLSearchParams({ src, sandbox })}`)
  await page.frameLocator('iframe').getByRole('button').waitFor()
  const [, frame] = page.frames()
  if (!frame) throw new Error('There is no frame.')
  return frame
}

async function openFrom(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.frameLocator('iframe').getByRole('button', { name: 'Connect your car' }).click()
  return opened
}

test('connects from a frame of the same site', { tag: ['@F33'] }, async ({ page, app }) => {
  const frame = await openFramed(page, `${app.origin}/`)
  const popup = await openFrom(page)
  await signIn(popup)
  await allow(popup)
  await untilTold(frame, /connected/)
})

const sandbox = 'allow-scripts allow-same-origin allow-popups allow-forms'

test('connects from a sandbox whose popups may leave it', { tag: ['@F36'] }, async ({
  page,
  app,
}) => {
  const roomy = `${sandbox} allow-popups-to-escape-sandbox`
  const frame = await openFramed(page, `${app.origin}/`, roomy)
  const popup = await openFrom(page)
  await signIn(popup)
  await allow(popup)
  await untilTold(frame, /connected/)
})

test('says so when it can see that the sandbox goes with its popups', { tag: ['@F36'] }, async ({
  page,
  app,
}) => {
  await page.goto(app.origin)
  await page.evaluate(tokens => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', tokens)
    frame.src = '/'
    document.body.append(frame)
  }, sandbox)
  await page.frameLocator('iframe').getByRole('button').waitFor()
  const found = await page.frames()[1]?.evaluate(() => Reflect.get(window, 'diagnose')())
  expect(found).toContain('popup_sandboxed')
})
