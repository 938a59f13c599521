// The browser blocks the popup. Playwright turns its blocker off, except in this file.

import { expect } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { test } from './no-code-leaks.ts'
import { grantAccess, openGarage, statusLine } from './through-connect.ts'

test.use({
  launchOptions: { ...browserLaunch(), ignoreDefaultArgs: ['--disable-popup-blocking'] },
})

test('says that the window was blocked when it opens long after the click, and connects on the next click', {
  tag: ['@F01', '@F02'],
}, async ({ page, context }) => {
  let report: (isBlocked: boolean) => void = () => {}
  const blocked = new Promise<boolean>(resolve => {
    report = resolve
  })
  await page.exposeFunction('reportCanary', report)
  await page.addInitScript(() => {
    function onClick(event: Event) {
      const button = event.target instanceof Element && event.target.closest('button')
      if (!button || !event.isTrusted) return
      removeEventListener('click', onClick, true)
      event.stopPropagation()
      // As an app that waits for something first: the click counts for 5 seconds only.
      setTimeout(() => {
        Reflect.get(window, 'reportCanary')(window.open('about:blank') === null)
        button.click()
      }, 6_500)
    }
    addEventListener('click', onClick, true)
  })
  const pages: unknown[] = []
  context.on('page', popup => pages.push(popup))
  await openGarage(page)
  await page.getByRole('button', { name: 'Connect your car' }).click()
  // Until then Playwright must not evaluate anything in the page: that would count as a gesture.
  expect(await blocked, 'the popup blocker of this browser works').toBe(true)

  await expect(statusLine(page)).toHaveText(/Your browser blocked the window/)
  await expect(page.getByRole('complementary')).toContainText('code: popup_blocked')
  expect(pages).toEqual([])

  await expect(page.getByRole('button', { name: 'Open it in this tab' })).toBeVisible()
  await grantAccess(page)
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
})

test.describe(() => {
  test.use({ codeIssued: false })

  test('counts a window that was forced off its opener as blocked, and says so', {
    tag: ['@F03'],
  }, async ({ page, context }) => {
    // As an extension does: the window opens, and the app gets no handle on it.
    await page.addInitScript(() => {
      const { open } = window
      window.open = (url, target, features) => open(url, target, `${features},noopener`)
    })
    await openGarage(page)
    const opened = context.waitForEvent('page')
    await page.getByRole('button', { name: 'Connect your car' }).click()
    await opened
    await expect(statusLine(page)).toHaveText(/Your browser blocked the window/)
  })
})
