// The backend does not answer as it should. The grant is kept, so trying again is enough.

import { expect } from '@playwright/test'
import { tokenCalls, watchExchanges } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import {
  allow,
  grantAccess,
  openConnect,
  openGarage,
  signIn,
  statusLine,
} from './through-connect.ts'

const exchangeUrl = '**/api/code/exchange'
const once = { times: 1 }

const faults = [
  {
    tag: '@F20',
    title: 'a problem of its own',
    code: 'exchange_failed',
    words: /couldn’t finish on our side/,
    details: ['status: 500', 'problem: The database is away.'],
    answer: {
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'Internal Server Error', detail: 'The database is away.' }),
    },
  },
  {
    tag: '@F20',
    title: 'too many requests',
    code: 'exchange_failed',
    words: /couldn’t finish on our side/,
    details: ['status: 429', 'retryAfterSeconds: 7'],
    answer: { status: 429, headers: { 'Retry-After': '7' }, body: '' },
  },
  {
    tag: '@F23',
    title: 'a page of HTML',
    code: 'exchange_failed',
    words: /couldn’t finish on our side/,
    details: ['status: 200'],
    answer: { status: 200, contentType: 'text/html', body: '<h1>Welcome to our app</h1>' },
  },
  {
    tag: '@F23',
    title: 'broken JSON',
    code: 'exchange_failed',
    words: /couldn’t finish on our side/,
    details: ['status: 200'],
    answer: { status: 200, contentType: 'application/json', body: '{"cars": [' },
  },
]

for (const { tag, title, code, words, details, answer } of faults) {
  test(`${title} becomes ${code}, and trying again connects`, { tag }, async ({ page }) => {
    await openGarage(page)
    const exchanges = watchExchanges(page)
    await page.route(exchangeUrl, route => route.fulfill(answer), once)
    await grantAccess(page)
    await expect(statusLine(page)).toHaveText(words)
    const log = page.getByRole('complementary')
    for (const detail of [`code: ${code}`, ...details]) await expect(log).toContainText(detail)
    await expect(page.getByRole('article')).toHaveCount(0)
    // Nothing is sent again without a click.
    expect(exchanges).toHaveLength(1)

    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
    expect(exchanges[1]).toEqual(exchanges[0])
  })
}

test('a lost answer becomes network_error; trying again replays it without a second token call', {
  tag: ['@F24'],
}, async ({ page, request, codes }) => {
  await openGarage(page)
  await page.route(
    exchangeUrl,
    async route => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    once,
  )
  const popup = await openConnect(page)
  const simulator = new URL(popup.url()).origin
  await signIn(popup)
  await allow(popup)
  await expect(statusLine(page)).toHaveText(/You seem to be offline/)
  await expect(page.getByRole('complementary')).toContainText('code: network_error')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
  const [code] = codes
  expect(await tokenCalls(request, simulator, code)).toBe(1)
})

test('being offline becomes network_error, and trying again connects', { tag: ['@F22'] }, async ({
  page,
}) => {
  await openGarage(page)
  await page.route(exchangeUrl, route => route.abort('internetdisconnected'), once)
  await grantAccess(page)
  await expect(statusLine(page)).toHaveText(/You seem to be offline/)
  await expect(page.getByRole('complementary')).toContainText('code: network_error')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
})

test('a late answer becomes exchange_timeout after 15 seconds, and trying again connects', {
  tag: ['@F21'],
}, async ({ page }) => {
  await page.clock.install()
  await openGarage(page)
  // The request is neither answered nor passed on.
  await page.route(exchangeUrl, () => {}, once)
  await grantAccess(page)
  await expect(statusLine(page)).toHaveText(/finishing the connection/)
  await page.clock.fastForward(15_000)
  await expect(statusLine(page)).toHaveText(/taking too long/)
  await expect(page.getByRole('complementary')).toContainText('code: exchange_timeout')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article', { name: /^Tesla/ })).toBeVisible()
})
