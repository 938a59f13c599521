// The Playground in a static Storybook, below a path and without a backend: the whole way to a car.

import { expect, type Page, test } from '@playwright/test'

async function openPlayground(page: Page, args = '', globals = ''): Promise<void> {
  const query = `id=playground--default&viewMode=story&args=${args}&globals=${globals}`
  await page.goto(`iframe.html?${query}`)
  await expect(page.locator('[data-simulator=ready]')).toBeVisible()
}

async function clickThrough(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Connect your car' }).click()
  const popup = await opening
  await popup.getByRole('button', { name: 'Tesla' }).click()
  await popup.getByLabel('Email').fill('anyone@example.com')
  await popup.getByLabel('Password').fill('made-up')
  await popup.getByRole('button', { name: 'Sign in' }).click()
  return popup
}

test('connects a car from a static folder, in a popup that a service worker answers', async ({
  page,
}) => {
  const elsewhere: string[] = []
  page.context().on('request', request => {
    if (new URL(request.url()).hostname !== 'localhost') elsewhere.push(request.url())
  })
  await openPlayground(page)
  const popup = await clickThrough(page)
  expect(new URL(popup.url()).pathname).toMatch(/^\/some\/path\/simulator\//)
  await popup.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('status')).toHaveText('Your car is connected.')
  await expect(page.locator('.pg-cars li').first()).toContainText(/\d{4} \w+/)
  const log = page.locator('.pg-log li')
  await expect(log).toHaveCount(3)
  await expect(log.nth(2)).toContainText('connected')
  expect(elsewhere).toEqual([])
})

test('says so when access is denied, and offers another try', async ({ page }) => {
  await openPlayground(page)
  const popup = await clickThrough(page)
  await popup.getByRole('button', { name: 'Deny access' }).click()
  await expect(page.getByRole('status')).toHaveText(/didn’t give access/)
  await expect(page.getByRole('button', { name: 'Connect again' })).toBeVisible()
})

test('completes although the popup isolates itself on the way', async ({ page }) => {
  await openPlayground(page, 'scenario:coop')
  const popup = await clickThrough(page)
  await popup.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('status')).toHaveText('Your car is connected.')
})

test('shows the address that is built from the parameters', async ({ page }) => {
  await openPlayground(page, 'make:BMW;mode:live;approvalPrompt:force')
  const address = page.locator('.pg-address')
  await expect(address).toContainText('https://connect.smartcar.com/oauth/authorize')
  for (const part of ['make=BMW', 'mode=live', 'approval_prompt=force', 'flags=country%3ADE']) {
    await expect(address).toContainText(part)
  }
})

test('language and theme of the page reach the popup, and no address of the provider', async ({
  page,
}) => {
  await openPlayground(page, '', 'language:de;theme:dark')
  const address = page.locator('.pg-address')
  await expect(address).toContainText('flags=country%3ADE')
  await expect(address).not.toContainText(/language|theme|scenario/)
  const opening = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Auto verbinden' }).click()
  const popup = await opening
  await expect(popup.getByRole('heading', { name: 'Marke wählen' })).toBeVisible()
  function colours(): Promise<unknown> {
    return popup.evaluate('getComputedStyle(document.documentElement).colorScheme')
  }
  expect(await colours()).toBe('dark')
  await popup.getByRole('button', { name: 'Tesla' }).click()
  await expect(popup.getByRole('heading', { name: 'Bei Tesla anmelden' })).toBeVisible()
  expect(await colours()).toBe('dark')
})

test('an error scenario ends with its own words', async ({ page }) => {
  await openPlayground(page, 'scenario:no-vehicles')
  await clickThrough(page)
  await expect(page.getByRole('status')).toHaveText('There is no car in that account.')
})

test('the whole Storybook opens below a path, with the stories in its sidebar', async ({
  page,
}) => {
  const missing: string[] = []
  page.on('response', response => {
    if (response.status() >= 400) missing.push(response.url())
  })
  await page.goto('./')
  await expect(page.locator('#storybook-explorer-tree')).toContainText('Playground')
  const preview = page.frameLocator('#storybook-preview-iframe')
  await expect(preview.getByRole('heading', { name: 'Smartcar Connect for React' })).toBeVisible()
  expect(missing).toEqual([])
})
