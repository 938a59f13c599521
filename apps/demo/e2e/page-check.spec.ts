// The check of the page in the panel for developers.

import { expect } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { openGarage } from './through-connect.ts'

test.use({ codeIssued: false })

test('finds nothing on the demo as it is served, by a code and by its backend alone', async ({
  page,
}) => {
  for (const home of ['/?way=code', '/']) {
    await page.goto(home)
    await page.getByRole('button', { name: 'Check this page' }).click()
    await expect(page.getByText('Nothing here would get in a popup’s way.')).toBeVisible()
  }
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

test('names a backend that nothing passes on to, and one that does not let the page in', async ({
  page,
}) => {
  // A dev server without a proxy answers with the app.
  await page.route('**/api/smartcar/**/session', async route => {
    const response = await route.fetch({
      url: new URL('/', route.request().url()).href,
      method: 'GET',
    })
    await route.fulfill({ response })
  })
  await page.route('**/api/smartcar/**/exchange', async route => {
    const isPost = route.request().method() === 'POST'
    await route.fulfill({ json: { check: isPost ? 'origin' : 'post' } })
  })
  await page.goto('/')
  await page.getByRole('button', { name: 'Check this page' }).click()
  const findings = page.getByRole('region', { name: 'Set-up' }).getByRole('listitem')
  await expect(findings.filter({ hasText: 'endpoint_missing' })).toContainText('/session')
  await expect(findings.filter({ hasText: 'endpoint_refused' })).toContainText('into `origins`')
})
