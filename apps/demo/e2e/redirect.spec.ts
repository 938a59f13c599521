// Without a popup: the tab itself goes to Connect and comes back.

import { expect, type Page, test } from '@playwright/test'
import { findTraces } from './find-traces.ts'
import { newAccount, statusLine } from './through-connect.ts'
import { watchStorageWrites } from './watch-storage-writes.ts'

const home = '/?way=code&presentation=redirect'

async function openConnectHere(page: Page, from = home): Promise<void> {
  await page.goto(from)
  await expect(page.getByRole('heading', { name: 'There’s room for your first car' })).toBeVisible()
  await page.getByRole('button', { name: 'Connect your car', exact: true }).click()
  await page.waitForURL('**/connect/brand?*')
}

function storageKeys(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(sessionStorage))
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tesla', exact: true }).click()
  await page.getByLabel('Email').fill(newAccount())
  await page.getByLabel('Password').fill('any password')
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('connects in this tab, and stores the code for one hop only', {
  tag: ['@F38', '@T15'],
}, async ({ page, context }) => {
  const writes: string[] = []
  await watchStorageWrites(context, write => writes.push(write))
  let code = ''
  page.on('request', request => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/smartcar-redirect.html') code = searchParams.get('code') ?? ''
  })
  await openConnectHere(page)
  await signIn(page)
  await page.getByRole('button', { name: 'Allow' }).click()

  await expect(page.getByRole('article', { name: /^Tesla/ })).toContainText(/Odometer[\d,]+ km/)
  await expect(statusLine(page)).toHaveText('Your car is connected.')
  expect(new URL(page.url()).search).toBe('?way=code&presentation=redirect')
  expect(context.pages()).toEqual([page])
  expect(code).not.toBe('')
  expect(writes.filter(write => write.includes(code))).toHaveLength(1)
  expect(await findTraces(page, code)).toEqual([])
  expect(await storageKeys(page)).toEqual([])
})

test('connects in this tab with a session that the backend made', {
  tag: ['@F38'],
}, async ({ page }) => {
  await openConnectHere(page, `${home}&session=server`)
  await signIn(page)
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('article', { name: /^Tesla/ })).toContainText(/Odometer[\d,]+ km/)
  expect(await storageKeys(page)).toEqual([])
})

test('says in this tab that access was denied', async ({ page }) => {
  await openConnectHere(page)
  await signIn(page)
  await page.getByRole('button', { name: 'Deny access' }).click()
  await expect(statusLine(page)).toHaveText(/You didn’t give access/)
})

test('is idle after the Back button', { tag: ['@F42'] }, async ({ page }) => {
  await openConnectHere(page)
  await page.goBack()
  const button = page.getByRole('button', { name: 'Connect your car', exact: true })
  await expect(button).not.toHaveAttribute('aria-busy', 'true')
  await expect.poll(() => storageKeys(page), 'the page cleans up as it loads').toEqual([])
  await button.click()
  await page.waitForURL('**/connect/brand?*')
})

test('opens Connect again when the person clicks before the page has cleaned up', {
  tag: ['@F42'],
}, async ({ page }) => {
  await openConnectHere(page)
  let continueCleaning: () => void = () => {}
  const mayClean = new Promise<void>(resolve => {
    continueCleaning = resolve
  })
  await page.route('**/late.ts*', async route => {
    await mayClean
    await route.continue()
  })
  const asked = page.waitForRequest('**/late.ts*')
  await page.goBack()
  await asked
  await page.getByRole('button', { name: 'Connect your car', exact: true }).click()
  continueCleaning()
  await page.waitForURL('**/connect/brand?*')
  await signIn(page)
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('article', { name: /^Tesla/ })).toContainText(/Odometer[\d,]+ km/)
})
