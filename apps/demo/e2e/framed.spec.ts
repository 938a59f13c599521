// The app in a frame of the same site, and in a sandboxed one.

import { expect, type Frame, type Page } from '@playwright/test'
import { test, untilSession } from './own-app.ts'
import { allow, signIn } from './through-connect.ts'

const sandbox = 'allow-scripts allow-same-origin allow-popups allow-forms'

// The page around the frame, on another port and so another origin of the same site.
function frameFor(query: URLSearchParams): string {
  const sandbox = query.get('sandbox')
  return `<iframe src="${query.get('src')}" ${sandbox ? `sandbox="${sandbox}"` : ''}></iframe>`
}

async function openFramed(page: Page, parent: string, src: string, sandbox = ''): Promise<Frame> {
  await page.goto(`${parent}/?${new URLSearchParams({ src, sandbox })}`)
  await page.frameLocator('iframe').getByRole('button').waitFor()
  const [, frame] = page.frames()
  if (!frame) throw new Error('There is no frame.')
  return frame
}

async function openFromFrame(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.frameLocator('iframe').getByRole('button', { name: 'Connect your car' }).click()
  return opened
}

test('connects from a frame of the same site', { tag: ['@F33'] }, async ({ page, app, serve }) => {
  const parent = await serve('localhost', frameFor)
  const frame = await openFramed(page, parent, `${app.origin}/`)
  const popup = await openFromFrame(page)
  await signIn(popup)
  await allow(popup)
  await untilSession(frame, /connected/)
})

test('connects from a sandbox that does not apply to its popups', { tag: ['@F36'] }, async ({
  page,
  app,
  serve,
}) => {
  const parent = await serve('localhost', frameFor)
  const roomy = `${sandbox} allow-popups-to-escape-sandbox`
  const frame = await openFramed(page, parent, `${app.origin}/`, roomy)
  const popup = await openFromFrame(page)
  await signIn(popup)
  await allow(popup)
  await untilSession(frame, /connected/)
})

test('diagnoseConnect names a sandbox that applies to its popups, where it can be seen', {
  tag: ['@F36'],
}, async ({ page, app }) => {
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
