// The Playground in a static Storybook, below a path and without a backend: the whole way to a car.

import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test'
import { encodeLink } from '../../packages/react/playground/state/link.ts'
import {
  defaults,
  type PlaygroundState,
} from '../../packages/react/playground/state/playground-state.ts'

type Place = Page | FrameLocator

async function openPlayground(page: Page, patch: Partial<PlaygroundState> = {}): Promise<void> {
  const link = encodeLink({ ...defaults, ...patch })
  await page.goto(`iframe.html?id=playground--default&viewMode=story&args=link:${link}`)
  await expect(page.locator('[data-simulator=ready]')).toBeVisible()
}

function connectButton(place: Place): Locator {
  return place.locator('.pg-button [data-sc=button]')
}

async function signIn(connect: Place): Promise<void> {
  await connect.getByRole('button', { name: 'Tesla' }).click()
  await connect.getByLabel('Email').fill('anyone@example.com')
  await connect.getByLabel('Password').fill('made-up')
  await connect.getByRole('button', { name: 'Sign in' }).click()
}

async function clickThrough(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup')
  await connectButton(page).click()
  const popup = await opening
  await signIn(popup)
  return popup
}

for (const way of ['backend', 'code'] as const) {
  test(`connects a car from a static folder, in a popup that a service worker answers: ${way}`, async ({
    page,
  }) => {
    const elsewhere: string[] = []
    page.context().on('request', request => {
      if (new URL(request.url()).hostname !== 'localhost') elsewhere.push(request.url())
    })
    await openPlayground(page, { way, state: 'mine: a@b.c' })
    const popup = await clickThrough(page)
    expect(new URL(popup.url()).pathname).toMatch(/^\/some\/path\/simulator\//)
    await popup.getByRole('button', { name: 'Allow' }).click()
    await expect(page.locator('.pg-button [role=status]')).toHaveText('Your car is connected.')
    await expect(page.locator('.pg-cars li').first()).toHaveText(/^Tesla .+ \d{4}$/)
    const last = page.locator('.pg-log li').last()
    await expect(last).toContainText('Connected')
    await last.getByText('What the app gets').click()
    await expect(last).toContainText(/onSuccess\(\[\{"id":.*"state":"mine: a@b.c"/)
    expect(await page.locator('.pg-happened').textContent()).not.toMatch(/"code"|token/i)
    expect(elsewhere).toEqual([])
  })
}

test('goes on when the browser has ended the idle worker while the person was at Smartcar', async ({
  page,
  context,
}) => {
  await openPlayground(page)
  const popup = await clickThrough(page)
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await popup.getByRole('button', { name: 'Allow' }).click()
  await expect(page.locator('.pg-button [role=status]')).toHaveText('Your car is connected.')
})

test('says so when access is denied, and offers another try', async ({ page }) => {
  await openPlayground(page)
  const popup = await clickThrough(page)
  await popup.getByRole('button', { name: 'Deny access' }).click()
  await expect(page.locator('.pg-log li').last()).toContainText('onError({"code":"access_denied"')
  await expect(page.getByRole('button', { name: 'Connect again' })).toBeVisible()
})

test('completes although the popup isolates itself on the way', async ({ page }) => {
  await openPlayground(page, { scenario: 'coop' })
  const popup = await clickThrough(page)
  await popup.getByRole('button', { name: 'Allow' }).click()
  await expect(page.locator('.pg-button [role=status]')).toHaveText('Your car is connected.')
})

test('a scenario of the network fails the exchange where a code is traded', async ({ page }) => {
  await openPlayground(page, { scenario: 'token-error', way: 'code' })
  const popup = await clickThrough(page)
  await popup.getByRole('button', { name: 'Allow' }).click()
  await expect(page.locator('.pg-log li').last()).toContainText('"code":"exchange_failed"')
})

test('an error scenario ends with its own words', async ({ page }) => {
  await openPlayground(page, { scenario: 'no-vehicles' })
  await clickThrough(page)
  await expect(page.locator('.pg-button [role=status]')).toHaveText(
    'There is no car in that account.',
  )
})

test('a designer sets a state by keyboard, and whoever opens the copied link sees the same', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('?path=/story/playground--default')
  const form = page.frameLocator('#storybook-preview-iframe')
  await form.getByLabel('Scenario').selectOption('access-denied')
  for (const group of ['Button and window', 'Language and theme']) {
    await form.locator('summary', { hasText: group }).focus()
    await page.keyboard.press('Enter')
  }
  await form.getByLabel('Label').fill('“Los”: {mein} Auto 🚗 @.')
  await form.getByLabel('Variant').selectOption('secondary')
  await form.getByLabel('Language').selectOption('de')
  await form.getByLabel('Theme').selectOption('dark')
  await form.getByRole('button', { name: 'Copy link' }).click()
  await expect(form.getByText('Copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/some\/path\/\?path=\/story\/playground--default&args=link:[\w-]+$/)

  const other = await context.newPage()
  await other.goto(link)
  const seen = other.frameLocator('#storybook-preview-iframe')
  await expect(connectButton(seen)).toHaveText('“Los”: {mein} Auto 🚗 @.')
  await expect(connectButton(seen)).toHaveAttribute('data-variant', 'secondary')
  await expect(seen.getByLabel('Scenario')).toHaveValue('access-denied')
  await expect(seen.locator('.stage')).toHaveAttribute('lang', 'de')
  await expect(seen.locator('.stage')).toHaveCSS('color-scheme', 'dark')
  // The switches above the story are the same thing.
  await expect(other.getByRole('button', { name: /German/ })).toBeVisible()

  const opening = other.waitForEvent('popup')
  await expect(seen.locator('[data-simulator=ready]')).toBeVisible()
  await connectButton(seen).click()
  const popup = await opening
  await expect(popup.getByRole('heading', { name: 'Marke wählen' })).toBeVisible()
  expect(await popup.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe(
    'dark',
  )
})

test('a link that is damaged says so, and everything works as at first', async ({ page }) => {
  await page.goto('iframe.html?id=playground--default&viewMode=story&args=link:1-eyJzY2Vu')
  await expect(page.getByRole('alert')).toContainText('This link is damaged')
  await expect(page.getByLabel('Scenario')).toHaveValue('happy')
  await expect(page.locator('[data-simulator=ready]')).toBeVisible()
})

test('values by name work too, and one that is unknown is named', async ({ page }) => {
  await page.goto(
    'iframe.html?id=playground--default&viewMode=story&args=scenario:coop;make:BMW;mode:real',
  )
  await expect(page.getByLabel('Scenario')).toHaveValue('coop')
  await expect(page.getByRole('alert')).toContainText('“mode” cannot be "real"')
})

test('shows the address and the code of what is set, and copies them', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPlayground(page, {
    way: 'code',
    make: 'BMW',
    mode: 'live',
    approvalPrompt: 'force',
    language: 'de',
    theme: 'dark',
  })
  await page.getByText('Address of Connect').click()
  const address = page.locator('.pg-address')
  await expect(address).toContainText('https://connect.smartcar.com/oauth/authorize')
  for (const part of ['make=BMW', 'approval_prompt=force', 'flags=country%3ADE']) {
    await expect(address).toContainText(part)
  }
  // Only the simulator knows these.
  await expect(address).not.toContainText(/language|theme|scenario/)
  await page.getByRole('button', { name: 'Copy React code' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const code = await page.evaluate(() => navigator.clipboard.readText())
  expect(code).toContain("make: 'BMW'")
  expect(code).toContain('labels={de}')
})

test('leaves in this tab and comes back, in a tab of its own, with the settings as they were', async ({
  page,
}) => {
  const link = encodeLink({ ...defaults, presentation: 'redirect', singleSelect: true })
  await page.goto(`?path=/story/playground--default&args=link:${link}`)
  const framed = page.frameLocator('#storybook-preview-iframe')
  await expect(connectButton(framed)).toHaveAttribute('aria-disabled', 'true')
  const opening = page.waitForEvent('popup')
  await framed.getByRole('link', { name: 'Open in a tab of its own' }).click()
  const tab = await opening
  await expect(tab.locator('[data-simulator=ready]')).toBeVisible()
  await connectButton(tab).click()
  await tab.waitForURL(/\/some\/path\/simulator\//)
  await signIn(tab)
  await tab.getByRole('button', { name: 'Allow' }).click()
  await expect(tab.locator('.pg-button [role=status]')).toHaveText('Your car is connected.')
  await tab.getByText('What you ask for').click()
  await expect(tab.getByLabel('One car only')).toBeChecked()
})

test('without service workers it says what to do', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })
  })
  await page.goto('iframe.html?id=playground--default&viewMode=story')
  await expect(page.getByRole('alert')).toContainText('Open the page in an ordinary window')
  await expect(connectButton(page)).toHaveAttribute('aria-disabled', 'true')
})

test('the button can be pressed on a small phone without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 })
  await openPlayground(page)
  await expect(connectButton(page)).toBeInViewport({ ratio: 1 })
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
  const panel = page.getByRole('tab', { name: 'Controls' })
  await page.goto('?path=/story/components-connectbutton--idle')
  await expect(panel).toBeVisible()
  // Without the panel, which is empty for the Playground.
  await page.goto('?path=/story/playground--default')
  await expect(connectButton(preview)).toBeVisible()
  await expect(panel).toBeHidden()
  expect(missing).toEqual([])
})
