// What a page that checks its set-up is told, and that nothing comes of it.

import { expect, test } from 'vitest'
import { pageOrigin } from '../../test/backend-browser.ts'
import { openBackend } from '../../test/open-backend.ts'
import { createMemoryStore } from '../stores/memory.ts'

const check = { 'x-smartcar-connect': 'check' }
const parts = ['session', 'exchange']

/** A store that notes what is asked of it. */
function watchedStore() {
  const calls: string[] = []
  const store = new Proxy(createMemoryStore(), {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function' || name === 'check') return member
      return (...values: unknown[]) => {
        calls.push(String(name))
        return member.apply(target, values)
      }
    },
  })
  return { store, calls }
}

test.each(parts)(
  '%s lets a page of the app pass: nothing is started, stored or told',
  async part => {
    const { store, calls } = watchedStore()
    const { browser, told, sent } = openBackend({ store })
    // Nobody has to be signed in.
    const response = await browser('').post(part, {}, check)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ check: 'passed' })
    expect(response.headers.getSetCookie()).toEqual([])
    expect({ calls, told, sent }).toEqual({ calls: [], told: [], sent: [] })
  },
)

test.each(parts)('%s says to a GET that it takes the check', async part => {
  const { backend, told } = openBackend()
  // As browsers send it within one origin, without `Origin`.
  const request = new Request(`${pageOrigin}/api/smartcar/${part}`, { headers: check })
  expect(await (await backend.fetch(request)).json()).toEqual({ check: 'post' })
  const plain = await backend.fetch(new Request(request.url))
  expect(plain.status).toBe(405)
  expect(told).toMatchObject([{ reason: 'method' }])
})

test.each([
  ['origin', { origin: 'http://127.0.0.1:5173' }],
  ['origin', { origin: 'null' }],
  ['content_type', { 'content-type': 'text/plain' }],
  ['fetch_site', { 'sec-fetch-site': 'none' }],
])('says %s where a post would be refused for it', async (reason, headers) => {
  const { browser, told } = openBackend()
  for (const part of parts) {
    const response = await browser('ada').post(part, {}, { ...check, ...headers })
    expect(await response.json()).toEqual({ check: reason })
  }
  expect(told).toEqual([])
})

test('says that a body parser is in front', { tags: ['F64'] }, async () => {
  const { backend } = openBackend()
  const request = new Request(`${pageOrigin}/api/smartcar/session`, {
    method: 'POST',
    headers: { ...check, 'content-type': 'application/json', origin: pageOrigin },
    body: '{}',
  })
  await request.json()
  expect(await (await backend.fetch(request)).json()).toEqual({ check: 'body_read' })
})

test('is read by a page of the app on another host, and by no other page', async () => {
  const { browser } = openBackend({ redirectUri: `${pageOrigin}/redirect.html` })
  const near = { ...check, 'sec-fetch-site': 'same-site' }
  const own = await browser('ada').post('session', {}, near)
  expect(own.headers.get('access-control-allow-origin')).toBe(pageOrigin)
  const other = await browser('ada').post('session', {}, { ...near, origin: 'https://evil.test' })
  expect(other.headers.has('access-control-allow-origin')).toBe(false)
})

test('an option that cannot work is answered as for every post', async () => {
  const { browser } = openBackend({ mode: 'test' as never })
  const response = await browser('ada').post('session', {}, check)
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({ code: 'configuration' })
})

test('any other value of the header is refused as before', async () => {
  const { browser, told } = openBackend()
  const response = await browser('ada').post('session', {}, { 'x-smartcar-connect': 'checked' })
  expect(response.status).toBe(403)
  expect(told).toMatchObject([{ reason: 'custom_header' }])
})
