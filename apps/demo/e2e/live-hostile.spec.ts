// Attacks on a page of version 3, with its real backend: other origins, other windows, other cookies.

import { type BrowserContext, expect, type Page, type Response } from '@playwright/test'
import { test as base } from './no-code-leaks.ts'
import { type ServedPage, servePage } from './serve-page.ts'
import { allow, openConnect, signIn } from './through-connect.ts'

/** Serves a page of somebody else until the test ends, and gives its origin. */
type Evil = { evil: (host: 'localhost' | '127.0.0.1') => Promise<string> }

const test = base.extend<Evil>({
  evil: async ({ codes: _ }, use) => {
    const served: ServedPage[] = []
    await use(async host => {
      const page = await servePage(host, () => '<title>Evil</title>')
      served.push(page)
      return page.origin
    })
    for (const page of served) page.stop()
  },
})

// No code is issued in version 3.
test.use({ codeIssued: false })

const guess = 'x'.repeat(43)

async function openLiveGarage(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'There’s room for your first car' })).toBeVisible()
}

/** The answers of the backend from now on, to whoever asks. */
function watchAnswers(context: BrowserContext): Response[] {
  const answers: Response[] = []
  context.on('response', response => {
    if (new URL(response.url()).pathname.startsWith('/api/smartcar/')) answers.push(response)
  })
  return answers
}

function car(page: Page) {
  return page.getByRole('article', { name: /^Tesla/ })
}

// The first is another site; the second is the same one, so that it even sends the cookies.
for (const host of ['127.0.0.1', 'localhost'] as const) {
  test(`a page on ${host} starts, ends and reads nothing`, { tag: ['@T33'] }, async ({
    page,
    context,
    evil,
  }) => {
    await openLiveGarage(page)
    const popup = await openConnect(page)
    await signIn(popup)
    await allow(popup)
    await expect(car(page)).toBeVisible()
    const app = new URL(page.url()).origin
    const foreign = await context.newPage()
    await foreign.goto(await evil(host))
    const answers = watchAnswers(context)
    const read = await foreign.evaluate(async backend => {
      const found: string[] = []
      const json = { 'content-type': 'application/json', 'x-smartcar-connect': '1' }
      async function ask(part: string, init: RequestInit): Promise<void> {
        const answered = await fetch(`${backend}/${part}`, { credentials: 'include', ...init })
        found.push(`${part} ${answered.status} ${await answered.text()}`)
      }
      for (const part of ['session', 'exchange', 'disconnect']) {
        const body = part === 'session' ? '{}' : '{"vehicleId":"a-car"}'
        await ask(part, { method: 'POST', mode: 'no-cors', body })
        await ask(part, { method: 'POST', mode: 'no-cors', body: new Blob([body]) })
        await ask(part, { method: 'POST', headers: json, body }).catch(() => {})
      }
      for (const part of ['connections', 'events']) {
        await ask(part, { mode: 'no-cors' })
        await ask(part, { headers: { 'x-smartcar-connect': '1' } }).catch(() => {})
      }
      await new Promise(resolve => {
        const events = new EventSource(`${backend}/events`, { withCredentials: true })
        events.onopen = () => resolve(found.push('events were heard'))
        events.onerror = resolve
      })
      return found.filter(text => !/^\w+ 0 $/.test(text))
    }, `${app}/api/smartcar`)
    expect(read).toEqual([])
    expect(answers.length).toBeGreaterThan(7)
    const accepted = answers.filter(
      answer => answer.ok() && answer.request().method() !== 'OPTIONS',
    )
    expect(accepted.map(answer => answer.url())).toEqual([])
    await page.reload()
    await expect(car(page)).toBeVisible()
  })
}

test('whoever opens the redirect page is told nothing', { tag: ['@T03'] }, async ({
  page,
  evil,
  baseURL,
}) => {
  const origin = await evil('localhost')
  await page.goto(origin)
  const opened = page.waitForEvent('popup')
  const asked = { user_id: 'a-person', state: guess, app_origin: origin, targetOrigin: '*' }
  const address = `${baseURL}/api/smartcar/redirect?${new URLSearchParams(asked)}`
  await page.evaluate(url => {
    Reflect.set(window, 'heard', [])
    addEventListener('message', ({ data }) => Reflect.get(window, 'heard').push(data))
    window.open(url)
  }, address)
  const popup = await opened
  await expect(popup.getByText('We couldn’t reach the page')).toBeVisible()
  expect(new URL(popup.url()).search).toBe('')
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([])
})

test('an answer that a stranger brings ends nothing, and the person’s own does', {
  tag: ['@T02', '@T01', '@T05'],
}, async ({ page, context, evil }) => {
  await openLiveGarage(page)
  const answers = watchAnswers(context)
  const popup = await openConnect(page)
  await signIn(popup)
  const foreign = await context.newPage()
  await foreign.goto(await evil('127.0.0.1'))
  const opened = foreign.waitForEvent('popup')
  const redirect = `${new URL(page.url()).origin}/api/smartcar/redirect?user_id=eve&state=${guess}`
  await foreign.evaluate(url => void window.open(url), redirect)
  const strangers = await opened
  await expect(strangers.locator('html[data-smartcar-connect=sending]')).toBeAttached()
  expect(answers.filter(answer => answer.url().endsWith('/exchange'))).toEqual([])
  await allow(popup)
  await expect(car(page)).toBeVisible()
})

test('a page of the provider cannot answer in the place of the redirect page', {
  tag: ['@T04'],
}, async ({ page, context }) => {
  await openLiveGarage(page)
  const answers = watchAnswers(context)
  const started = page.waitForResponse('**/api/smartcar/**/session')
  const popup = await openConnect(page)
  const { state } = await (await started).json()
  await signIn(popup)
  await page.evaluate(() => {
    const heard = new Promise(resolve =>
      addEventListener('message', ({ data }) => resolve(data.params)),
    )
    Reflect.set(window, 'heard', heard)
  })
  // It is the popup, and it knows the state; only its origin is another one.
  await popup.evaluate(message => window.opener.postMessage(message, '*'), {
    type: 'smartcar-connect',
    id: '1',
    state,
    params: { user_id: 'eve' },
  })
  const heard = await page.evaluate(() => Reflect.get(window, 'heard'))
  expect(heard).toEqual({ user_id: 'eve' })
  expect(answers.filter(answer => answer.url().endsWith('/exchange'))).toEqual([])
  await allow(popup)
  await expect(car(page)).toBeVisible()
})

test('no script reads the cookie of a session, and a planted one ends it', {
  tag: ['@T11'],
}, async ({ page, context, evil }) => {
  await openLiveGarage(page)
  const popup = await openConnect(page)
  await signIn(popup)
  const cookies = await context.cookies()
  const own = cookies.filter(({ name }) => name.includes('smartcar-connect'))
  expect(own).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }])
  expect(await page.evaluate(() => document.cookie)).not.toContain('smartcar-connect')
  // Ports share cookies, as subdomains do where the prefix `__Host-` does not keep them out.
  const foreign = await context.newPage()
  await foreign.goto(await evil('localhost'))
  const name = own[0]?.name ?? ''
  await foreign.evaluate(
    text => {
      // biome-ignore lint/suspicious/noDocumentCookie: it is what an attacker has.
      document.cookie = text
    },
    `${name}=${'A'.repeat(43)}.1; path=/api`,
  )
  const exchanged = page.waitForResponse('**/api/smartcar/**/exchange')
  await allow(popup)
  expect((await exchanged).status()).toBe(403)
  await expect(page.getByRole('article')).toHaveCount(0)
})

test('a session that another login finishes connects nothing', {
  tag: ['@T34', '@T48'],
}, async ({ page, context }) => {
  await openLiveGarage(page)
  const popup = await openConnect(page)
  await signIn(popup)
  await context.clearCookies({ name: 'demo_session' })
  const other = await context.newPage()
  await openLiveGarage(other)
  const exchanged = page.waitForResponse('**/api/smartcar/**/exchange')
  await allow(popup)
  expect((await exchanged).status()).toBe(403)
  await other.reload()
  await expect(other.getByRole('heading', { name: /room for your first car/ })).toBeVisible()
})
