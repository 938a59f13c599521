// The check of the page in the panel for developers.

import { expect } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { openGarage } from './through-connect.ts'

test.use({ codeIssued: false })

test('finds nothing on the demo as it is served', async ({ page }) => {
  await openGarage(page)
  await page.getByRole('button', { name: 'Check this page' }).click()
  await expect(page.getByText('Nothing here would get in a popup’s way.')).toBeVisible()
})

test('names an app shell at the redirect path, and a page without COOP, with what to do', {
  tag: ['@F43'],
}, async ({ page }) => {
  // A service worker, or a host, that answers everything with the app.
  await page.route('**/smartcar-redirect.html', async route => {
    const response = await route.fetch({ url: new URL('/', route.request().url()).href })
    const { 'cross-origin-opener-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  await page.route(
    ({ pathname }) => pathname === '/',
    async route => {
      const response = await route.fetch()
      const { 'cross-origin-opener-policy': _, ...headers } = response.headers()
      await route.fulfill({ response, headers })
    },
  )
  await openGarage(page)
  await page.getByRole('button', { name: 'Check this page' }).click()
  const findings = page.getByRole('region', { name: 'Set-up' }).getByRole('listitem')
  await expect(findings.filter({ hasText: 'redirect_swallowed' })).toContainText(
    'Exclude the path from the app fallback',
  )
  await expect(findings.filter({ hasText: 'page_unprotected' })).toContainText(
    'Cross-Origin-Opener-Policy: same-origin-allow-popups',
  )
})
