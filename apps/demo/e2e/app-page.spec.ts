// What protects the app's page and its redirect page from other sites.

import { expect, test } from '@playwright/test'

test('a page that opens the app in a popup gets no handle on it', { tag: ['@T26'] }, async ({
  page,
  baseURL,
}) => {
  await page.route('http://evil.test/', route =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Evil</title>' }),
  )
  await page.goto('http://evil.test/')
  const opened = page.waitForEvent('popup')
  const handle = await page.evaluateHandle(url => window.open(url), `${baseURL}/`)
  const app = await opened
  await expect(app.getByRole('button', { name: 'Connect your car' })).toBeVisible()
  expect(await app.evaluate(() => window.opener)).toBeNull()
  expect(await handle.evaluate(popup => popup?.closed)).toBe(true)
})

for (const path of ['/', '/smartcar-redirect.html']) {
  test(`no page may frame ${path}, not even the app itself`, { tag: ['@T21', '@T29'] }, async ({
    page,
  }) => {
    await page.goto('/?way=code')
    const refused = page.waitForEvent('console', message => /frame-ancestors/.test(message.text()))
    await page.evaluate(src => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }))
    }, path)
    await refused
  })
}

test('the redirect page has its own headers, and no COOP', async ({ request }) => {
  const headers = (await request.get('/smartcar-redirect.html')).headers()
  expect(headers['cross-origin-opener-policy']).toBeUndefined()
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
  expect((await request.get('/')).headers()['cross-origin-opener-policy']).toBe(
    'same-origin-allow-popups',
  )
})
