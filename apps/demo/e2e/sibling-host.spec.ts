// The page and its API on two hosts of one site, on https; and on two sites, where it is refused.

import { expect, type Page } from '@playwright/test'
import { untilSession } from './own-app.ts'
import { type OwnSite, test } from './own-site.ts'
import { grantAccess } from './through-connect.ts'

const redirectPath = '/smartcar-redirect.html'

/** Calls the backend as a page of the app does, and gives the status and the JSON. */
function call(
  page: Page,
  address: string,
  body?: object,
): Promise<[status: number, data: unknown]> {
  return page.evaluate(
    async ([url, text]) => {
      const response = await fetch(`${url}`, {
        ...(text !== undefined && { method: 'POST', body: text }),
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'X-Smartcar-Connect': '1' },
      })
      return [response.status, await response.json().catch(() => undefined)]
    },
    [address, body && JSON.stringify(body)] as const,
  )
}

function whatWasAsked({ asked }: OwnSite, path: string): string[] {
  return asked.filter(({ what }) => what.endsWith(path)).map(({ what }) => what)
}

function errorOf(page: Page): Promise<{ message: string; status?: number; problem?: object }> {
  return page.evaluate(() => {
    const { error } = Reflect.get(window, 'connect').getSession()
    return { message: error.message, status: error.status, problem: error.problem }
  })
}

for (const base of ['', '/shop']) {
  test.describe(`below “${base}/”`, () => {
    test.use({ basePath: base })

    test('connects through an API on a sibling host, with the page’s own redirect page', {
      tag: ['@F70'],
    }, async ({ page, site }) => {
      const api = site.apiAt('api.example.test')
      const own = `${base}${redirectPath}`
      await page.goto(site.pageFor(api, own))
      expect(await page.evaluate(() => isSecureContext)).toBe(true)
      const returned: string[] = []
      page.context().on('request', request => {
        const url = new URL(request.url())
        if (url.searchParams.has('user_id')) returned.push(url.origin + url.pathname)
      })
      await grantAccess(page)
      await untilSession(page, /connected 1$/)
      expect(returned).toEqual([`${site.origin}${own}`])

      const path = new URL(api).pathname
      for (const part of ['session', 'exchange']) {
        const address = `${path}/${part}`
        expect(whatWasAsked(site, address)).toEqual([`OPTIONS ${address}`, `POST ${address}`])
      }
      const { host } = new URL(api)
      for (const { what, ...asked } of site.asked) {
        expect(asked).toMatchObject({ host, origin: site.origin, site: 'same-site' })
        // A preflight has no cookies; the exchange has that of the session.
        const cookies = what.startsWith('OPTIONS')
          ? []
          : what.endsWith('exchange')
            ? ['login', expect.stringMatching(/^__Host-smartcar-connect-/)]
            : ['login']
        expect([...asked.cookies].filter(Boolean).sort().reverse()).toEqual(cookies)
      }

      const [status, cars] = await call(page, `${api}/connections`)
      expect([status, cars]).toEqual([200, [expect.objectContaining({ state: 'connected' })]])
      const [{ id: vehicleId } = { id: '' }] = cars as { id: string }[]
      expect(await call(page, `${api}/disconnect`, { vehicleId })).toEqual([204, undefined])
      expect(await call(page, `${api}/connections`)).toEqual([200, []])
    })
  })
}

test('a sibling that is not listed may not call', { tag: ['@F70', '@T33'] }, async ({
  page,
  site,
}) => {
  const api = site.apiAt('api.example.test')
  await page.goto(site.pageFor(api).replace('app.example.test', 'blog.example.test'))
  await page.getByRole('button', { name: 'Connect your car' }).click()
  await untilSession(page, /failed network_error/)
  // The preflight alone came through.
  expect(whatWasAsked(site, '/session')).toEqual([`OPTIONS ${new URL(api).pathname}/session`])
  expect(page.context().pages()).toHaveLength(1)
})

test('a redirect page that the server does not name is told at the click', {
  tag: ['@F70', '@F45'],
}, async ({ page, site }) => {
  await page.goto(site.pageFor(site.apiAt('api.example.test'), '/other.html'))
  await page.getByRole('button', { name: 'Connect your car' }).click()
  await untilSession(page, /failed popup_unsupported/)
  expect((await errorOf(page)).message).toContain(`${site.origin}${redirectPath}`)
  expect(page.context().pages()).toHaveLength(1)
})

test('an API on another site is not even asked, and the error says what to do', {
  tag: ['@F70'],
}, async ({ page, site }) => {
  await page.goto(site.pageFor(site.apiAt('api.other.test'), redirectPath))
  await page.getByRole('button', { name: 'Connect your car' }).click()
  await untilSession(page, /failed exchange_failed/)
  const { message, problem } = await errorOf(page)
  expect(problem).toEqual({ code: 'cross_site' })
  expect(message).toContain('The session endpoint is on another site.')
  expect(site.asked).toEqual([])
  expect(page.context().pages()).toHaveLength(1)
})

test.describe('where names do not tell sites apart', () => {
  test.use({ pageHost: 'app-shop.co.uk' })

  test('the API refuses a page of another site by what the browser says', {
    tag: ['@F70'],
  }, async ({ page, site }) => {
    const api = site.apiAt('api-shop.co.uk')
    await page.goto(site.pageFor(api, redirectPath))
    await page.getByRole('button', { name: 'Connect your car' }).click()
    await untilSession(page, /failed exchange_failed/)
    const { status, problem } = await errorOf(page)
    expect([status, problem]).toMatchObject([
      403,
      { code: 'cross_site', detail: expect.stringContaining('from a host of the page’s site') },
    ])
    expect(site.asked.at(-1)).toMatchObject({ site: 'cross-site' })
    expect(page.context().pages()).toHaveLength(1)
  })
})
