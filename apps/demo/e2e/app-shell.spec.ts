// A host, or a service worker, that answers every path with the app: also the redirect page's.

import { expect, test } from '@playwright/test'
import { openConnect, openGarage } from './through-connect.ts'

test('an app in the place of its redirect page takes the code out of the address and says so', {
  tag: ['@F43'],
}, async ({ page, context, baseURL }) => {
  // A provider that navigates by itself: what is redirected to cannot be answered here.
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
  const told = context.waitForEvent('weberror')
  const popup = await openConnect(page)
  expect(`${(await told).error()}`).toContain('`redirectUri` is answered with the app itself')
  await expect(popup).toHaveURL(`${baseURL}/smartcar-redirect.html`)
  await expect(popup.getByRole('button', { name: 'Connect your car' })).toBeVisible()
})
