// A car that needs the person again: what it shows, and the click that repairs it.

import { expect, type Page } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { type OwnDemo, startOwnDemo } from './own-demo.ts'
import { allow, chooseBrand, newAccount, openConnect, openGarage } from './through-connect.ts'

// Types an account into the sign-in page.
async function enter(popup: Page, account: string): Promise<void> {
  await popup.getByLabel('Email').fill(account)
  await popup.getByLabel('Password').fill('any password')
  await popup.getByRole('button', { name: 'Sign in' }).click()
}

// The query of the next request for a path, from any window.
async function requestOf(page: Page, path: string): Promise<URLSearchParams> {
  const request = await page
    .context()
    .waitForEvent('request', sent => new URL(sent.url()).pathname === path)
  return new URL(request.url()).searchParams
}

async function connect(page: Page, brand: string, account: string): Promise<void> {
  const popup = await openConnect(page)
  await chooseBrand(popup, brand)
  await enter(popup, account)
  await allow(popup)
}

test('signs in again to the vehicle that needs it', { tag: ['@F54'] }, async ({ page }) => {
  const account = newAccount()
  await openGarage(page, 'needs-reauthentication')
  await connect(page, 'Kia', account)
  const car = page.getByRole('article', { name: /^Kia|^Your car/ })
  await expect(car).toContainText('Paused until you sign in again')
  await expect(car).not.toContainText('Not shared')

  const { cars } = await page.evaluate(async () => (await fetch('/api/cars')).json())
  const asked = requestOf(page, '/oauth/reauthenticate')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: /^Sign in again/ }).click()
  const popup = await opened
  expect((await asked).get('vehicle_id')).toBe(cars[0].id)
  const closed = popup.waitForEvent('close')
  await enter(popup, account)
  await closed

  await expect(car).toContainText(/Odometer[\d,]+ km/)
  await expect(car).toHaveAccessibleName(/^Kia/)
  await expect(page.getByRole('button', { name: /^Sign in again/ })).toHaveCount(0)
  await expect(page.locator('[data-sc=reconnect]')).toBeFocused()
})

test.describe(() => {
  let demo: OwnDemo
  test.beforeAll(async () => {
    demo = await startOwnDemo()
  })
  test.afterAll(() => demo.stop())

  test('tries dead tokens once, and connects the car again', {
    tag: ['@F54'],
  }, async ({ page, request }) => {
    const account = newAccount()
    await page.goto(`${demo.page}/?way=code`)
    await connect(page, 'Volvo', account)
    const car = page.getByRole('article', { name: /^Volvo/ })
    await expect(car).toContainText(/Odometer[\d,]+ km/)

    const twoMonthsMs = 61 * 24 * 60 * 60 * 1000
    await request.post(`${demo.simulator}/__simulator/clock`, { data: { advanceMs: twoMonthsMs } })
    await page.reload()
    await expect(car).toContainText('The connection to this car has ended.')
    await page.reload()
    await expect(car).toContainText('The connection to this car has ended.')
    const journal = `${demo.simulator}/__simulator/journal?method=POST&path=/oauth/token`
    const { entries } = await (await request.get(journal)).json()
    // One call for the code, and one refresh that was refused. It is not tried again.
    expect(entries).toHaveLength(2)

    const asked = requestOf(page, '/oauth/authorize')
    const opened = page.waitForEvent('popup')
    await car.getByRole('button', { name: 'Connect again' }).click()
    const popup = await opened
    expect((await asked).has('vehicle_id')).toBe(false)
    await chooseBrand(popup, 'Volvo')
    const closed = popup.waitForEvent('close')
    await enter(popup, account)
    await closed
    await expect(car).toContainText(/Odometer[\d,]+ km/)
    await expect(car).toHaveCount(1)
  })
})
