// What a person does from the demo's button to the end of Connect.

import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the demo and waits until it shows the empty garage. */
export async function openGarage(page: Page, scenario?: string): Promise<void> {
  await page.goto(`/?way=code${scenario ? `&scenario=${scenario}` : ''}`)
  await expect(page.getByRole('heading', { name: 'There’s room for your first car' })).toBeVisible()
}

/** The status line of the garage. Each experiment of the page has one of its own. */
export function statusLine(page: Page): Locator {
  return page.locator('main > [data-sc=status]').getByRole('status')
}

/** Clicks *Connect your car* and gives the popup. */
export async function openConnect(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Connect your car', exact: true }).click()
  return opened
}

/** Chooses the brand, and waits for the sign-in page. */
export async function chooseBrand(popup: Page, brand: string): Promise<void> {
  await popup.getByRole('button', { name: brand, exact: true }).click()
  await popup.getByLabel('Email').waitFor()
}

/** Chooses a brand and signs in to an account with one car. */
export async function signIn(popup: Page, brand = 'Tesla'): Promise<void> {
  await chooseBrand(popup, brand)
  await popup.getByLabel('Email').fill(newAccount())
  await popup.getByLabel('Password').fill('any password')
  await popup.getByRole('button', { name: 'Sign in' }).click()
}

/** Allows what is asked for. The popup closes by itself. */
export async function allow(popup: Page): Promise<void> {
  await endConnect(popup, 'Allow')
}

/** Presses a button that ends Connect, and waits until the popup has closed itself. */
export async function endConnect(popup: Page, button: string): Promise<void> {
  const closed = popup.waitForEvent('close')
  await popup.getByRole('button', { name: button }).click()
  await closed
}

/** Connects from the button to *Allow*. The popup has closed itself when it returns. */
export async function grantAccess(page: Page, brand?: string): Promise<void> {
  const popup = await openConnect(page)
  await signIn(popup, brand)
  await allow(popup)
}

/** Connects a car, until it is in the garage. */
export async function connectCar(page: Page, brand: string): Promise<void> {
  await grantAccess(page, brand)
  await expect(page.getByRole('article', { name: brand })).toBeVisible()
}

/**
 * An account that no other test has used, because the simulator remembers approvals. Its name makes
 * the simulator give it one car, with a battery.
 */
export function newAccount(): string {
  return `${randomUUID().replaceAll('-', '').slice(0, 17)}@bev.smartcar.com`
}
