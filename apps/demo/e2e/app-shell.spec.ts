// A host, or a service worker, that answers every path with the app, also that of the redirect page.

import { expect, test } from '@playwright/test'
import { openConnect, openGarage } from './through-connect.ts'

test('an app that is served instead of its redirect page removes the code from the address and says so', {
  tag: ['@F43'],
}, async ({ page, context, baseURL }) => {
  // A page that navigates, not an HTTP redirect: Playwright cannot answer the target of a redirect.
  await context.route('**/oauth/authorize?*', async route => {
    const { searchParams } = new URL(route.request().url())
    const answer = { code: 'canary', state: searchParams.get('state') ?? '' }
    const back = `${searchParams.get('redirect_uri')}?${new URLSearchParams(answer)}`
    const body = `<!doctype html><script>location = ${JSON.stringify(back)}</script>`
    await route.fulfill({ contentType: 'text/html', body })
  })
  await context.route(/smartcar-redirect\.html\?/, async route => {
    await route.fulfill({ response: await route.fetch({ url: `${baseURL}/` }) })
  })
  await openGarage(page)
  const reported = context.waitForEvent('weberror')
  const popup = await openConnect(page)
  expect(`${(await reported).error()}`).toContain('`redirectUri` is answered with the app itself')
  await expect(popup).toHaveURL(`${baseURL}/smartcar-redirect.html`)
  await expect(popup.getByRole('button', { name: 'Connect your car' })).toBeVisible()
})
