// The search for leaked codes finds each kind of leak.

import { expect, type Page, test } from '@playwright/test'
import { findTraces } from './find-traces.ts'
import { watchForCodes } from './watch-for-codes.ts'

const leaksInPage: Readonly<Record<string, (code: string) => unknown>> = {
  address: code => history.replaceState(null, '', `#${code}`),
  history: code => {
    history.pushState(null, '', `?left=${code}`)
    history.pushState(null, '', '/')
  },
  'history state': code => history.replaceState({ code }, ''),
  'addresses in the performance timeline': code => performance.mark(code),
  'window name': code => {
    window.name = code
  },
  'local storage': code => {
    localStorage.code = code
  },
  'session storage': code => {
    sessionStorage.code = code
  },
  cookies: code => cookieStore.set('code', code),
  'names of databases': code =>
    new Promise(resolve => {
      indexedDB.open(code).onsuccess = resolve
    }),
  'names of caches': code => caches.open(code).then(() => {}),
  document: code => document.body.setAttribute('data-code', code),
  fields: code => {
    document.body.append(Object.assign(document.createElement('input'), { value: code }))
  },
}

test('finds a code wherever a page can hold one', async ({ page }) => {
  await page.goto('/?way=code')
  for (const [index, [place, leak]] of Object.entries(leaksInPage).entries()) {
    const code = `code-${index}-that-got-away`
    expect(await findTraces(page, code)).toEqual([])
    await page.evaluate(leak, code)
    expect(await findTraces(page, code)).toContain(place)
  }
})

const leaksByAction: Readonly<Record<string, (page: Page, code: string) => Promise<unknown>>> = {
  console: (page, code) =>
    page.evaluate(code => Reflect.get(console, 'debug')('got', { code }), code),
  error: (page, code) =>
    page.evaluate(code => void setTimeout(() => reportError(new Error(code))), code),
  'write to storage': (page, code) =>
    page.evaluate(code => {
      sessionStorage.setItem('code', code)
      sessionStorage.removeItem('code')
    }, code),
  'address bar': async (page, code) => {
    await page.evaluate(code => history.replaceState(null, '', `?code=${code}`), code)
    await page.evaluate(() => history.replaceState(null, '', '/'))
  },
  'address of a request to /api/health': (page, code) =>
    page.evaluate(code => fetch(`/api/health?code=${code}`).then(() => {}), code),
  'body of a request to /api/health': (page, code) =>
    page.evaluate(body => fetch('/api/health', { method: 'POST', body }).then(() => {}), code),
  'headers of a request to /api/health': (page, code) =>
    page.evaluate(code => fetch('/api/health', { headers: { code } }).then(() => {}), code),
}

test('notices a code wherever a page can send one', async ({ page, context }) => {
  const { leaks } = await watchForCodes(context)
  await page.goto('/?way=code')
  for (const [index, [place, leak]] of Object.entries(leaksByAction).entries()) {
    const code = `code-${index}-that-got-away`
    expect(leaks(code)).toEqual([])
    await leak(page, code)
    await expect.poll(() => leaks(code)).toContain(place)
  }
})

test('learns the code from the popup’s request for the redirect page', async ({
  page,
  context,
}) => {
  const { codes, leaks } = await watchForCodes(context)
  const code = 'code-that-is-on-its-way'
  await page.goto(`/smartcar-redirect.html?code=${code}&state=x`)
  expect([...codes]).toEqual([code])
  // The redirect page is where the code belongs, so this is no leak.
  expect(leaks(code)).toEqual([])
})
