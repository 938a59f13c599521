// The redirect page when it is opened directly, reloaded, or reached by the Back button.

import { expect, type Page, test } from '@playwright/test'

const path = '/smartcar-redirect.html'
const answer = `${path}?code=a-code&state=${'s'.repeat(43)}`

function statusOf(page: Page) {
  return expect.poll(() => page.evaluate(() => document.documentElement.dataset.smartcarConnect))
}

test('says that there is nothing to do when it is opened directly', { tag: ['@F39'] }, async ({
  page,
}) => {
  const faults: unknown[] = []
  page.on('pageerror', fault => faults.push(fault))
  await page.goto(path)
  await statusOf(page).toBe('empty')
  expect(faults).toEqual([])
})

test('has nothing to send again when it is reloaded', { tag: ['@F40', '@T20'] }, async ({
  page,
}) => {
  await page.goto(answer)
  await statusOf(page).toBe('sending')
  expect(new URL(page.url()).search).toBe('')
  await page.reload()
  await statusOf(page).toBe('empty')
})

test('has nothing to send again after the Back button', { tag: ['@F40'] }, async ({ page }) => {
  await page.goto(answer)
  await statusOf(page).toBe('sending')
  await page.goto('/?way=code')
  await page.goBack()
  await statusOf(page).toBe('empty')
  expect(new URL(page.url()).search).toBe('')
})
