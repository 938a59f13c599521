// Version 3 from end to end: connect, figures, commands, pushed updates, signing in again, disconnect.

import { expect, type Page } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { allow, chooseBrand, newAccount, openConnect, signIn } from './through-connect.ts'

// No code is issued in version 3.
test.use({ codeIssued: false })

async function openLiveGarage(page: Page, search = ''): Promise<void> {
  await page.goto(`/${search}`)
  await expect(page.getByRole('heading', { name: 'There’s room for your first car' })).toBeVisible()
}

/** Connects a car, and waits for its first figure. */
async function connectCar(page: Page, brand: string): Promise<void> {
  const popup = await openConnect(page)
  await signIn(popup, brand)
  await allow(popup)
  const car = page.getByRole('article', { name: new RegExp(`^${brand}`, 'i') })
  await expect(car).toContainText(/Odometer[\d,]+ km/)
}

test('connects a car, locks it, sees the change pushed to every tab, and disconnects it', async ({
  page,
  context,
}) => {
  await openLiveGarage(page)
  await connectCar(page, 'Kia')
  const car = page.getByRole('article', { name: /^Kia/ })
  await expect(car).toContainText(/Battery\d+ %/)
  await expect(car).toContainText(/Range[\d,]+ km/)
  await expect(car).toContainText(/Charging(Not c|C)harging/)
  await expect(car).toContainText(/minutes? ago|just now/)
  // It starts locked or unlocked, so each is asked for once.
  const doors = car.locator('.figure', { hasText: 'Doors' })
  await expect(doors).toContainText(/Locked|Unlocked/)

  const other = await context.newPage()
  const listening = other.waitForResponse('**/api/smartcar/**/events')
  await other.goto('/')
  await listening
  const otherDoors = other.getByRole('article').locator('.figure', { hasText: 'Doors' })

  for (const [button, outcome, state] of [
    ['Unlock', 'The car is unlocked.', 'Unlocked'],
    ['Lock', 'The car is locked.', 'Locked'],
  ] as const) {
    await car.getByRole('button', { name: new RegExp(`^${button}: Kia`) }).click()
    await expect(car).toContainText(outcome)
    await expect(doors).toContainText(`Doors${state}`)
    // Nobody touched the other tab.
    await expect(otherDoors).toContainText(`Doors${state}`)
  }

  await car.getByRole('button', { name: /^Disconnect Kia/ }).click()
  await car.getByRole('button', { name: 'Yes, disconnect' }).click()
  await expect(car).toHaveCount(0)
  await expect(other.getByRole('article')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: /room for your first car/ })).toBeVisible()
})

test('says in the provider’s words why a car did not obey', async ({ page }) => {
  await openLiveGarage(page)
  await connectCar(page, 'Tesla')
  const car = page.getByRole('article', { name: /^Tesla/ })
  const stop = car.getByRole('button', { name: /^Stop charging: Tesla/ })
  await stop.click()
  await expect(car).toContainText(/The car has stopped charging\.|Your car is not charging\./)
  await stop.click()
  await expect(car).toContainText('Your car is not charging.')
  await expect(car).toContainText('ChargingNot charging')
})

test('says what was not shared, and offers no command that was not allowed', async ({ page }) => {
  await openLiveGarage(page)
  const popup = await openConnect(page)
  await signIn(popup, 'BMW')
  await popup.getByRole('checkbox', { name: 'See how far the car has driven' }).uncheck()
  await popup.getByRole('checkbox', { name: /lock/i }).last().uncheck()
  await allow(popup)
  const car = page.getByRole('article', { name: /^BMW/ })
  await expect(car).toContainText('OdometerNot shared')
  await expect(car).toContainText(/Battery\d+ %/)
  await expect(car.getByRole('button', { name: /^Start charging/ })).toBeVisible()
  await expect(car.getByRole('button', { name: /^Lock/ })).toHaveCount(0)
})

test('asks to sign in again, and goes on with the same car', { tag: ['@F54'] }, async ({
  page,
}) => {
  const account = newAccount()
  async function enter(popup: Page): Promise<void> {
    await popup.getByLabel('Email').fill(account)
    await popup.getByLabel('Password').fill('any password')
    await popup.getByRole('button', { name: 'Sign in' }).click()
  }
  await openLiveGarage(page, '?scenario=needs-reauthentication')
  const popup = await openConnect(page)
  await chooseBrand(popup, 'Kia')
  await enter(popup)
  await allow(popup)
  const car = page.getByRole('article', { name: /^Kia/ })
  await expect(car).toBeVisible()
  const again = page.getByRole('button', { name: 'Sign in again with Kia' })
  // A command finds it out, where the webhook was faster than the exchange.
  const lock = car.getByRole('button', { name: /^Lock: Kia/ })
  await expect(again.or(lock)).toBeVisible()
  if (await lock.isVisible()) await lock.click()
  const opened = page.waitForEvent('popup')
  await again.click()
  const second = await opened
  const closed = second.waitForEvent('close')
  await enter(second)
  await closed
  await expect(car).toContainText(/Odometer[\d,]+ km/)
  await expect(again).toHaveCount(0)
  await expect(page.locator('[data-sc=reconnect]')).toBeFocused()
})

test('connects in this tab, and comes back by the backend’s own redirect page', {
  tag: ['@F38'],
}, async ({ page }) => {
  await openLiveGarage(page, '?presentation=redirect')
  const returned = page.waitForRequest(/\/api\/smartcar\/.*redirect\?/)
  await page.getByRole('button', { name: 'Connect your car', exact: true }).click()
  await page.waitForURL('**/connect/brand?*')
  await signIn(page, 'Audi')
  await page.getByRole('button', { name: 'Allow' }).click()
  await returned
  await expect(page.getByRole('article', { name: /^Audi/ })).toContainText(/Odometer[\d,]+ km/)
  expect(new URL(page.url()).search).toBe('?presentation=redirect')
})

test('keeps the way in the address, and each way has its own garage', async ({ page }) => {
  await openLiveGarage(page)
  const way = page.getByLabel('Way to connect')
  await expect(way).toHaveValue('live')
  await connectCar(page, 'Volvo')
  await way.selectOption('Version 2, by a code')
  await expect(page).toHaveURL(/\?way=code$/)
  await expect(page.getByRole('heading', { name: /room for your first car/ })).toBeVisible()
  await page.reload()
  await expect(way).toHaveValue('code')
  await way.selectOption('Version 3')
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole('article', { name: /^Volvo/ })).toBeVisible()
})
