// Whose a session is: several connections on a page, several tabs, another login.

import { expect, type Page } from '@playwright/test'
import { test, untilSession } from './own-app.ts'
import { allow, openConnect, signIn } from './through-connect.ts'

type Sessions = { connections: { connect: { getSession(): { status: string } } }[] }

function statuses(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as Sessions).connections.map(({ connect }) => connect.getSession().status),
  )
}

function withOptions(origin: string, options: unknown): string {
  return `${origin}/?options=${encodeURIComponent(JSON.stringify(options))}`
}

async function untilAllowed(popup: Page): Promise<void> {
  await signIn(popup)
  await popup.getByRole('button', { name: 'Allow' }).waitFor()
}

for (const [index, clicked] of ['first', 'second'].entries()) {
  test(`of two buttons with the same options, the ${clicked} goes on after a reload, alone`, {
    tag: ['@F59'],
  }, async ({ page, app }) => {
    await page.goto(withOptions(app.origin, [{}, {}]))
    const opened = page.waitForEvent('popup')
    await page.getByRole('button').nth(index).click()
    const popup = await opened
    await untilAllowed(popup)
    await page.reload()
    const waiting = index ? ['idle', 'waiting'] : ['waiting', 'idle']
    await expect.poll(() => statuses(page)).toEqual(waiting)
    await allow(popup)
    const connected = index ? ['idle', 'connected'] : ['connected', 'idle']
    await expect.poll(() => statuses(page)).toEqual(connected)
    expect(app.codes).toHaveLength(1)
  })
}

test('a duplicated tab leaves the session to the tab that was clicked', {
  tag: ['@F60'],
}, async ({ page, app }) => {
  await page.goto(app.origin)
  const popup = await openConnect(page)
  await untilAllowed(popup)
  // A window that keeps its opener begins with a copy of the session storage, as a duplicated tab does.
  const opened = page.waitForEvent('popup')
  await page.evaluate(() => void window.open(location.href))
  const copy = await opened
  await copy.waitForLoadState()
  await expect.poll(() => copy.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  expect(await statuses(copy)).toEqual(['idle'])
  await allow(popup)
  await untilSession(page, /connected 1/)
  expect(await statuses(copy)).toEqual(['idle'])
  expect(app.codes).toHaveLength(1)
})

test('a duplicate goes on where the tab that was clicked is gone', {
  tag: ['@F60'],
}, async ({ page, app }) => {
  await page.goto(app.origin)
  const popup = await openConnect(page)
  await untilAllowed(popup)
  // A lock is held as long as its page can answer, which closing may take a moment to end.
  await page.evaluate(
    () =>
      new Promise<void>(held => {
        void navigator.locks.request('first', () => {
          held()
          return new Promise(() => {})
        })
      }),
  )
  const opened = page.waitForEvent('popup')
  // The copy is made while the first lives, by an address without the app, and asks when it is gone.
  await page.evaluate(() => void window.open('/exchange'))
  const copy = await opened
  await copy.waitForLoadState()
  await page.close()
  await copy.evaluate(() => navigator.locks.request('first', () => {}))
  await copy.goto(app.origin)
  await expect.poll(() => statuses(copy)).toEqual(['waiting'])
  await allow(popup)
  await untilSession(copy, /connected 1/)
  expect(app.codes).toHaveLength(1)
})

test('nothing is sent when somebody else is logged in by the time the answer comes', {
  tag: ['@T48'],
}, async ({ page, app }) => {
  await page.addInitScript(() => Object.assign(window, { appUser: 'ann' }))
  await page.goto(app.origin)
  const popup = await openConnect(page)
  await untilAllowed(popup)
  await page.evaluate(() => Object.assign(window, { appUser: 'bob' }))
  await allow(popup)
  await untilSession(page, /failed login_changed/)
  expect(app.codes).toHaveLength(0)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
})
