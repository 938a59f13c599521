// A page of the provider that sends its opener elsewhere, to show it a sign-in page of its own.

import { createServer } from 'node:http'
import { expect, type Page } from '@playwright/test'
import { test, untilTold } from './own-app.ts'
import { allow, openConnect, signIn } from './through-connect.ts'

const evil = createServer((_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Evil</title>')
})
let evilUrl: string

test.beforeAll(async () => {
  await new Promise<void>(resolve => evil.listen(0, '127.0.0.1', resolve))
  evilUrl = `http://127.0.0.1:${Object(evil.address()).port}/`
})
test.afterAll(() => {
  evil.close()
})

// Needs a gesture in the popup, as a browser asks for one.
async function sendOpenerAway(popup: Page) {
  await popup.getByRole('heading').first().click()
  return popup.evaluate(url => {
    if (!window.opener) return false
    window.opener.location = url
    return true
  }, evilUrl)
}

test('a page that isolates itself cannot be sent elsewhere by its popup, and connects', {
  tag: ['@T25'],
}, async ({ page, app }) => {
  await page.goto(`${app.origin}/?coop=same-origin`)
  const popup = await openConnect(page)
  expect(await sendOpenerAway(popup)).toBe(false)
  await signIn(popup)
  await allow(popup)
  await untilTold(page, /connected/)
  expect(new URL(page.url()).origin).toBe(app.origin)
})

test('otherwise the popup can send its opener elsewhere, and then nothing is exchanged', {
  tag: ['@T25'],
}, async ({ page, app }) => {
  await page.goto(`${app.origin}/?coop=same-origin-allow-popups`)
  const popup = await openConnect(page)
  expect(await sendOpenerAway(popup)).toBe(true)
  await page.waitForURL(evilUrl)
  // Whoever is there now is on another origin, so not even the redirect page speaks to it.
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
