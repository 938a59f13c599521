// Pages of other origins, and foreign names for this machine.

import { expect, test } from 'vitest'
import { createSimulator } from '../simulator.ts'

const origin = 'http://localhost:4010'
const json = { 'Content-Type': 'application/json' }
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const text = { 'Content-Type': 'text/plain' }

async function statusOf(
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Blob = '',
  method = 'POST',
): Promise<number> {
  const request = new Request(`${origin}${path}`, { method, headers, body })
  return (await createSimulator().fetch(request)).status
}

// What a page of another origin can send without asking first, and what it would have to ask for.
const foreign: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
  ['another port', { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:5173' }],
  ['the other loopback name', { Origin: 'http://127.0.0.1:4010' }],
  ['an older browser', { Origin: 'https://evil.example' }],
  ['an opaque origin', { Origin: 'null' }],
  ['no Origin', { 'Sec-Fetch-Site': 'cross-site' }],
]
const changes: readonly (readonly [path: string, body: string, method?: string])[] = [
  ['/__simulator/reset', ''],
  ['/__simulator/clock', 'advanceMs=1'],
  ['/__simulator/scenario', 'name=coop'],
  ['/__simulator/journal', '', 'DELETE'],
  ['/connect/brand', 'attempt=1&brand=KIA'],
  ['/connect/sign-in', 'attempt=1&email=a&password=b'],
  ['/connect/vehicles', 'attempt=1&decision=allow'],
  ['/connect/incompatible', 'attempt=1'],
  ['/connect/return', 'attempt=1'],
  ['/car-maker/consent', 'attempt=1'],
  ['/oauth/token', 'grant_type=authorization_code'],
  ['/oauth2/token', 'grant_type=client_credentials'],
  ['/v2.0/management/connections', '', 'DELETE'],
]

test.each(foreign)('a page of %s changes nothing', { tags: ['T51'] }, async (_, headers) => {
  for (const [path, body, method] of changes) {
    for (const type of [form, text, json]) {
      const status = await statusOf(path, { ...headers, ...type }, body, method)
      expect([path, status]).toEqual([path, 403])
    }
  }
})

test('what a page could send unasked is no control request', { tags: ['T51'] }, async () => {
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' }
  for (const path of ['reset', 'clock', 'scenario'].map(name => `/__simulator/${name}`)) {
    for (const headers of [form, text, multipart]) {
      expect(await statusOf(path, headers)).toBe(415)
    }
    // A body without a type comes with no header at all.
    expect(await statusOf(path, {}, new Blob(['{"advanceMs":1}']))).toBe(415)
  }
})

test('a test, and the control page itself, steer it', async () => {
  const advance = '{"advanceMs":1}'
  const own = { Origin: origin, ...form }
  expect(await statusOf('/__simulator/clock', json, advance)).toBe(200)
  const charset = { 'Content-Type': 'Application/JSON; charset=utf-8' }
  expect(await statusOf('/__simulator/clock', charset, advance)).toBe(200)
  expect(await statusOf('/__simulator/clock', own, 'advanceMs=1')).toBe(303)
  const byBrowser = { 'Sec-Fetch-Site': 'same-origin', ...own }
  expect(await statusOf('/__simulator/clock', byBrowser, 'advanceMs=1')).toBe(303)
  const behindProxy = { Origin: 'https://localhost:4010', ...form }
  expect(await statusOf('/__simulator/clock', behindProxy, 'advanceMs=1')).toBe(303)
})

test('a foreign name for this machine is not answered, nor recorded', {
  tags: ['T51'],
}, async () => {
  const simulator = createSimulator({ hosts: ['Simulator', '192.168.1.5'] })
  async function statusFor(address: string, headers = {}): Promise<number> {
    return (await simulator.fetch(new Request(`${address}/v2.0/user`, { headers }))).status
  }
  const own = [
    ...['localhost', 'app.localhost', '127.0.0.1', '127.8.9.1', '[::1]', 'simulator:4010'],
    ...['192.168.1.5:80', 'api.smartcar.com', 'vehicle.api.smartcar.com'],
  ]
  for (const host of own) expect([host, await statusFor(`http://${host}`)]).toEqual([host, 401])
  const before = simulator.snapshot().state.journalTotal
  const foreignHosts = [
    ...['rebound.example', 'localhost.evil.example', '127.evil.example', 'localhost.', '0.0.0.0'],
    ...['192.168.1.6', 'smartcar.com.evil.example', 'evilsmartcar.com', '[::2]', 'notlocalhost'],
  ]
  for (const host of foreignHosts) {
    expect([host, await statusFor(`http://${host}:4010`)]).toEqual([host, 403])
    expect([host, await statusFor(origin, { Host: host })]).toEqual([host, 403])
  }
  for (const host of ['', 'a b', 'evil.example@localhost', 'localhost/..']) {
    expect([host, await statusFor(origin, { Host: host })]).toEqual([host, 403])
  }
  expect(simulator.snapshot().state.journalTotal).toBe(before)
})

test('a refusal names the host and what to do', { tags: ['T51'] }, async () => {
  const answer = await createSimulator().fetch(new Request('http://rebound.example/'))
  expect(await answer.json()).toEqual({
    error: expect.stringMatching(/“rebound.example”.*--allowed-host/),
  })
})
