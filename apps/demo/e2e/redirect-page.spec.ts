// The redirect page for who should not be there, or is there again.

import { expect, type Page, test } from '@playwright/test'

const path = '/smartcar-redirect.html'
const answer = `${path}?code=a-code&state=${'s'.repeat(43)}`

function statusOf(page: Page) {
  return expect.poll(() => page.evaluate(() => document.documentElement.dataset.smartcarConnect))
}

test('F39 says that there is nothing to do when it is opened directly', async ({ page }) => {
  const faults: unknown[] = []
  page.on('pageerror', fault => faults.push(fault))
  await page.goto(path)
  await statusOf(page).toBe('empty')
  expect(faults).toEqual([])
})

test('F40 T20 has nothing to send again when it is reloaded', async ({ page }) => {
  await page.goto(answer)
  await statusOf(page).toBe('sending')
  expect(new URL(page.url()).search).toBe('')
  await page.reload()
  await statusOf(page).toBe('empty')
})

test('F40 has nothing to send again for who comes Back', async ({ page }) => {
  await page.goto(answer)
  await statusOf(page).toBe('sending')
  await page.goto('/')
  await page.goBack()
  await statusOf(page).toBe('empty')
  expect(new URL(page.url()).search).toBe('')
})
