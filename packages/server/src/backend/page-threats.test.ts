// Attacks on the endpoints of a page: bodies, methods, and addresses that are nearly right.

import { expect, test } from 'vitest'
import { pageOrigin } from '../../test/backend-browser.ts'
import { openBackend, vehiclesOf } from '../../test/open-backend.ts'

const page = {
  'content-type': 'application/json',
  'x-smartcar-connect': '1',
  'x-test-user': 'ada',
  'sec-fetch-site': 'same-origin',
  origin: pageOrigin,
}

test.each<[body: (id: string) => string, status: number]>([
  [id => `{"vehicleId":"other","vehicleId":"${id}"}`, 400],
  [id => `{"vehicleId":"${id}","vehicleId":"other"}`, 400],
  [id => `{"vehicleId":["${id}"]}`, 400],
  [id => `{"__proto__":{"vehicleId":"${id}"}}`, 400],
  [id => `{"vehicleId":"${id}\\u0000"}`, 400],
  [id => `["${id}"]`, 400],
  [() => `{"vehicleId":"${'a'.repeat(200)}"}`, 400],
  [() => '{"vehicleId":""}', 400],
  [() => '', 400],
  [id => `{"vehicleId":"${id}${' '.repeat(9000)}"}`, 413],
])(
  'a body that is not exactly one vehicle ends nothing: %s',
  {
    tags: ['T12', 'T13'],
  },
  async (bodyOf, status) => {
    const { backend, browser, sent } = openBackend()
    const vehicles = await vehiclesOf(await browser('ada').connect())
    sent.length = 0
    const body = bodyOf(vehicles[0]?.id ?? '')
    const address = `${pageOrigin}/api/smartcar/disconnect`
    const request = new Request(address, { method: 'POST', headers: page, body })
    expect([(await backend.fetch(request)).status, sent]).toEqual([status, []])
    expect(await backend.connections('ada')).toHaveLength(vehicles.length)
  },
)

test.each(['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s changes and reads nothing',
  {
    tags: ['T33'],
  },
  async method => {
    const { backend, sent } = openBackend()
    for (const part of ['session', 'exchange', 'connections', 'disconnect', 'events', 'webhook']) {
      const address = `${pageOrigin}/api/smartcar/${part}`
      const origin = method === 'OPTIONS' ? 'https://evil.example' : pageOrigin
      const request = new Request(address, { method, headers: { ...page, origin } })
      const response = await backend.fetch(request)
      expect([part, response.status]).toEqual([part, 405])
      expect(response.headers.get('access-control-allow-methods')).toBeNull()
    }
    expect(sent).toEqual([])
  },
)

test.each(['session%2F', '%73ession', 'session;x=1', 'session%00', 'SESSION', 'ses/sion'])(
  'an address that is nearly one of the backend’s is none: %s',
  { tags: ['T07'] },
  async part => {
    const { backend } = openBackend()
    const request = new Request(`${pageOrigin}/api/smartcar/${part}`, {
      method: 'POST',
      headers: page,
      body: '{}',
    })
    // A dot is taken away before the address arrives.
    expect((await backend.fetch(request)).status).toBe(part === 'session/.' ? 200 : 404)
  },
)

test.each([
  ['/api/smartcar//session', '/api/smartcar//redirect'],
  ['//evil.example/session', '//evil.example/redirect'],
  ['/session?redirect_uri=https://evil.example', '/redirect'],
  ['/a/..//evil.example/session/', '//evil.example/redirect'],
])(
  'whatever the address, the answer comes back to the page’s own origin: %s',
  {
    tags: ['T03', 'T07'],
  },
  async (path, redirect) => {
    const { backend } = openBackend()
    // A server may hand over the name of any host.
    for (const host of [pageOrigin, 'http://evil.example']) {
      const request = new Request(`${host}${path}`, { method: 'POST', headers: page, body: '{}' })
      const response = await backend.fetch(request)
      const { url } = (await response.json()) as { url?: string }
      if (response.status !== 200) continue
      const redirectUri = new URL(url ?? '').searchParams.get('redirect_uri')
      expect(redirectUri).toBe(`${pageOrigin}${redirect}`)
    }
  },
)
