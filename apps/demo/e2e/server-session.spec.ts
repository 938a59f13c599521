// Sessions that the backend makes: fetched ahead of the click, bound to a cookie.

import { expect } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { allow, openConnect, signIn, statusLine } from './through-connect.ts'

test('connects with a state and an address that the backend made', async ({ page }) => {
  const started = page.waitForResponse(
    response => response.url().endsWith('/api/code/session') && response.ok(),
  )
  await page.goto('/?way=code&session=server')
  await expect(page.getByRole('heading', { name: 'There’s room for your first car' })).toBeVisible()
  await page.getByRole('button', { name: 'Connect your car' }).hover()
  const { url, state } = await (await started).json()

  const popup = await openConnect(page)
  const { searchParams } = new URL(url)
  expect(searchParams.get('state')).toBe(state)
  const exchanged = page.waitForRequest('**/api/code/exchange')
  await signIn(popup)
  await allow(popup)
  expect((await exchanged).headers()['idempotency-key']).toBe(state)
  await expect(page.getByRole('article').first()).toContainText('km')
})

test('goes on after a reload with a session that the backend made', { tag: ['@F08'] }, async ({
  page,
}) => {
  await page.goto('/?way=code&session=server')
  await expect(page.getByRole('heading', { name: 'There’s room for your first car' })).toBeVisible()
  const popup = await openConnect(page)
  await signIn(popup)
  await popup.getByRole('button', { name: 'Allow' }).waitFor()
  await page.reload()
  await expect(statusLine(page)).toHaveText(/We can’t see the Smartcar window any more/)
  await allow(popup)
  await expect(page.getByRole('article').first()).toContainText('km')
})

test.describe(() => {
  test.use({ codeIssued: false })

  test('a tap, with no pointer that came near before, opens Connect as well', async ({
    browser,
  }) => {
    const context = await browser.newContext({ hasTouch: true })
    const page = await context.newPage()
    await page.goto('/?way=code&session=server')
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Connect your car', exact: true }).tap()
    const popup = await opened
    await expect(popup.getByRole('button', { name: 'Tesla', exact: true })).toBeVisible()
    await context.close()
  })
})
