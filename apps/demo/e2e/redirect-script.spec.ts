// A host that adds its own policy to every path, also to that of the redirect page.

import { expect } from '@playwright/test'
import { redirectPage } from 'smartcar-connect/redirect-page'
import { type ServedRedirectPage, startApp } from '../../../scripts/engines/app-server.ts'
import { test, untilSession } from './own-app.ts'
import { allow, grantAccess, openConnect, signIn } from './through-connect.ts'

const policy = "default-src 'self'; script-src 'self'"

// The page as such a host answers it, with the other headers as they are.
function underPolicy(page: ServedRedirectPage): ServedRedirectPage {
  return { ...page, headers: { ...page.headers, 'Content-Security-Policy': policy } }
}

function diagnose() {
  return (Reflect.get(window, 'diagnose') as () => Promise<string[]>)()
}

test('connects by a redirect page whose script is a file, styled, and the diagnosis is content', {
  tag: ['@F69', '@T23'],
}, async ({ page, context, simulator }) => {
  const twoFiles = redirectPage({ script: '/smartcar-redirect.js' })
  const app = await startApp(simulator.origin, underPolicy(twoFiles))
  const errors: string[] = []
  context.on('console', message => errors.push(message.type() === 'error' ? message.text() : ''))
  await page.goto(`${app.origin}/?csp=${encodeURIComponent(policy)}`)
  expect(await page.evaluate(diagnose)).not.toContain('redirect_script_blocked')
  await grantAccess(page)
  await untilSession(page, /connected 1/)

  // Opened by itself, it shows one text, in the middle.
  await page.goto(`${app.origin}/smartcar-redirect.html`)
  await expect(page.getByText('There is nothing to do here.')).toBeVisible()
  await expect(page.locator('p:visible')).toHaveCount(1)
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('grid')
  // Only its icon, which is none, may be refused.
  expect(errors.filter(text => /script|style/i.test(text))).toEqual([])
  await app.stop()
})

test('the script within the page is dead there, and the diagnosis says so', {
  tag: ['@F69'],
}, async ({ page, simulator }) => {
  const app = await startApp(simulator.origin, underPolicy(redirectPage()))
  await page.goto(app.origin)
  expect(await page.evaluate(diagnose)).toContain('redirect_script_blocked')
  const popup = await openConnect(page)
  await signIn(popup)
  await popup.getByRole('button', { name: 'Allow' }).click()
  await popup.waitForURL(/smartcar-redirect\.html\?/)
  await expect(popup.locator('html')).not.toHaveAttribute('data-smartcar-connect')
  // With its own headers the same page delivers.
  await app.stop()
  const sound = await startApp(simulator.origin)
  await page.goto(sound.origin)
  expect(await page.evaluate(diagnose)).not.toContain('redirect_script_blocked')
  const next = await openConnect(page)
  await signIn(next)
  await allow(next)
  await untilSession(page, /connected 1/)
  await sound.stop()
})
