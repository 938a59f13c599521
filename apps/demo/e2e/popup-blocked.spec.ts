// The browser blocks the popup. Its blocker works in this file, which Playwright otherwise stops.

import { expect } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser-launch.ts'
import { test } from './no-code-leaks.ts'
import { allow, openGarage, signIn } from './through-connect.ts'

test.use({
  launchOptions: { ...browserLaunch(), ignoreDefaultArgs: ['--disable-popup-blocking'] },
})

test('says that the window was blocked when it opens long after the click, and connects on the next click', {
  tag: ['@F01', '@F02'],
}, async ({ page, context }) => {
  let tell = (_isBlocked: boolean) => {}
  const blocked = new Promise<boolean>(resolve => {
    tell = resolve
  })
  await page.exposeFunction('tellCanary', tell)
  await page.addInitScript(() => {
    function onClick(event: Event) {
      const button = event.target instanceof Element && event.target.closest('button')
      if (!button || !event.isTrusted) return
      removeEventListener('click', onClick, true)
      event.stopPropagation()
      // An app that has something to wait for first: the browser forgets the click after 5 seconds.
      setTimeout(() => {
        Reflect.get(window, 'tellCanary')(window.open('about:blank') === null)
        button.click()
      }, 6_500)
    }
    addEventListener('click', onClick, true)
  })
  const pages: unknown[] = []
  context.on('page', popup => pages.push(popup))
  await openGarage(page)
  await page.getByRole('button', { name: 'Connect your car' }).click()
  // Until this is told nothing may look at the page: that would count as a gesture.
  expect(await blocked, 'the popup blocker of this browser works').toBe(true)

  await expect(page.getByRole('status')).toHaveText(/Your browser blocked the window/)
  await expect(page.getByRole('complementary')).toContainText('code: popup_blocked')
  expect(pages).toEqual([])

  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Try again' }).click()
  const popup = await opened
  await signIn(popup)
  await allow(popup)
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
    await expect(page.getByRole('status')).toHaveText(/Your browser blocked the window/)
  })
})
