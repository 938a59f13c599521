// The whole way of a car: from the first page to its odometer, without a port.

import { expect } from 'vitest'
import { test } from '../test/fixtures.ts'
import { connectUrl } from '../test/visitor.ts'

test('a car connects and its odometer is read', async ({ visitor }) => {
  await visitor.goTo(connectUrl())
  await visitor.press('Tesla')
  await visitor.press('Sign in', { email: 'me@example.com', password: 'anything' })
  await visitor.press('Allow')
  const returned = new URL(visitor.address())
  expect(returned.origin + returned.pathname).toBe('http://localhost:5173/callback')
  expect(returned.searchParams.get('state')).toBe('s-1')
  expect(returned.searchParams.has('error')).toBe(false)

  const tokens = await visitor.tokens({
    grant_type: 'authorization_code',
    code: returned.searchParams.get('code') ?? '',
    redirect_uri: 'http://localhost:5173/callback',
  })
  expect(tokens.status).toBe(200)
  const { access_token: accessToken, ...rest } = tokens.body
  expect(rest).toEqual({
    token_type: 'Bearer',
    expires_in: 7200,
    refresh_token: expect.any(String),
  })

  const list = await visitor.read('/v2.0/vehicles', accessToken)
  const { vehicles } = list.body as { vehicles: string[] }
  expect(vehicles).toHaveLength(2)
  const car = await visitor.read(`/v2.0/vehicles/${vehicles[0]}`, accessToken)
  expect(car.body).toMatchObject({ make: 'TESLA', id: vehicles[0] })
  const odometer = await visitor.read(`/v2.0/vehicles/${vehicles[0]}/odometer`, accessToken)
  expect(odometer.body).toEqual({ distance: expect.any(Number) })
  expect(odometer.headers.get('SC-Unit-System')).toBe('metric')
  const battery = await visitor.read(`/v2.0/vehicles/${vehicles[0]}/battery`, accessToken)
  expect(battery.status).toBe(403)
  expect(battery.body).toMatchObject({ type: 'PERMISSION', statusCode: 403 })
})

test('denying access comes back as access_denied with the state', async ({ visitor }) => {
  await visitor.goTo(connectUrl())
  await visitor.press('Tesla')
  await visitor.press('Sign in', { email: 'me@example.com', password: 'anything' })
  await visitor.press('Deny access')
  const returned = new URL(visitor.address())
  expect(returned.searchParams.get('error')).toBe('access_denied')
  expect(returned.searchParams.get('state')).toBe('s-1')
  expect(returned.searchParams.has('code')).toBe(false)
})

test('going back to the application says so from the very first page', async ({ visitor }) => {
  await visitor.goTo(connectUrl())
  await visitor.press('Back to application')
  expect(new URL(visitor.address()).searchParams.get('error')).toBe(
    'user_manually_returned_to_application',
  )
})

test('the pages of an attempt that has ended no longer open', async ({ visitor }) => {
  await visitor.goTo(connectUrl())
  const first = visitor.address()
  await visitor.press('Back to application')
  await visitor.goTo(first)
  expect(visitor.status()).toBe(410)
})

test('its fetch stands in place of the global one', async ({ simulator }) => {
  const { fetch } = simulator
  const address = 'http://localhost:4010/oauth2/token'
  const init = {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'client_demo',
      client_secret: 'demo-machine-secret',
    }),
  }
  for (const input of [address, new URL(address), new Request(address)]) {
    const answer = await fetch(input, init)
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer' })
  }
  await expect(fetch('/oauth2/token', init)).rejects.toThrow(TypeError)
})
