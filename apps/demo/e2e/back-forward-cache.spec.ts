// Pages that come back from the back-forward cache, which Playwright otherwise turns off.

import { expect, test } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { findTraces } from './find-traces.ts'

test.use({
  launchOptions: { ...browserLaunch(), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
})

test('is idle when the person goes to Connect in this tab and presses Back', {
  tag: ['@F42'],
}, async ({ page }) => {
  await page.goto('/?way=code&presentation=redirect')
  await page.evaluate(() => Object.assign(window, { canary: 'kept' }))
  const button = page.getByRole('button', { name: 'Connect your car', exact: true })
  await button.click()
  await page.waitForURL('**/connect/brand?*')
  // A page from the cache does not load again.
  await page.goBack({ waitUntil: 'commit' })
  expect(await page.evaluate(() => Reflect.get(window, 'canary')), 'the cache works').toBe('kept')
  await expect(page.getByRole('complementary')).toContainText('idle')
  await expect(button).not.toHaveAttribute('aria-busy', 'true')
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await button.click()
  await page.waitForURL('**/connect/brand?*')
})

test('the redirect page comes back from the cache without the code', { tag: ['@F41'] }, async ({
  page,
}) => {
  // The browser may decide not to keep a page. Then this tests nothing, so it is tried again.
  await expect(async () => {
    await page.goto(`/smartcar-redirect.html?code=a-code&state=${'s'.repeat(43)}`)
    await page.evaluate(() => Object.assign(window, { canary: 'kept' }))
    await page.goto('/?way=code')
    await page.goBack({ waitUntil: 'commit' })
    expect(await page.evaluate(() => Reflect.get(window, 'canary'))).toBe('kept')
  }).toPass({ timeout: 60_000 })
  // The browser itself notes the address that was loaded, for this page only.
  expect(await findTraces(page, 'a-code')).toEqual(['addresses in the performance timeline'])
})
