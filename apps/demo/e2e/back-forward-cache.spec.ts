// Pages that come back as they were, from a cache that Playwright otherwise turns off.

import { expect, test } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { findTraces } from './find-traces.ts'

test.use({
  launchOptions: { ...browserLaunch(), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
})

test('is idle for who left for Connect and comes Back to the page as it was', {
  tag: ['@F42'],
}, async ({ page }) => {
  await page.goto('/?presentation=redirect')
  await page.evaluate(() => Object.assign(window, { canary: 'kept' }))
  const button = page.getByRole('button', { name: 'Connect your car', exact: true })
  await button.click()
  await page.waitForURL('**/connect/brand?*')
  // What comes back as it was does not load.
  await page.goBack({ waitUntil: 'commit' })
  expect(await page.evaluate(() => Reflect.get(window, 'canary')), 'the cache works').toBe('kept')
  await expect(page.getByRole('complementary')).toContainText('idle')
  await expect(button).not.toHaveAttribute('aria-busy', 'true')
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await button.click()
  await page.waitForURL('**/connect/brand?*')
})

test('the redirect page comes back as it was, without what it was told', { tag: ['@F41'] }, async ({
  page,
}) => {
  // The browser may always decide not to keep a page; only one that it kept tells anything.
  await expect(async () => {
    await page.goto(`/smartcar-redirect.html?code=a-code&state=${'s'.repeat(43)}`)
    await page.evaluate(() => Object.assign(window, { canary: 'kept' }))
    await page.goto('/')
    await page.goBack({ waitUntil: 'commit' })
    expect(await page.evaluate(() => Reflect.get(window, 'canary'))).toBe('kept')
  }).toPass({ timeout: 60_000 })
  // Which address was loaded is the browser's own note, and this page's alone.
  expect(await findTraces(page, 'a-code')).toEqual(['addresses in the performance timeline'])
})
