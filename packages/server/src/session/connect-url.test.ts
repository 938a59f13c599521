// The address that the server makes.

import { expect, test } from 'vitest'
import { connectUrl } from './connect-url.ts'

const place = {
  url: new URL('https://connect.smartcar.com'),
  clientId: 'id',
  redirectUri: 'https://app.example.com/back',
}

test('carries every parameter once', () => {
  const url = connectUrl(
    place,
    {
      scope: ['required:read_vin', 'read_odometer'],
      mode: 'simulated',
      approvalPrompt: 'force',
      make: 'TESLA',
      singleSelect: true,
      singleSelectVin: '5YJ3E1EA7KF000001',
      flags: { country: 'DE' },
      user: 'ada',
      externalId: 'ours',
    },
    'state',
  )
  expect(url.origin + url.pathname).toBe('https://connect.smartcar.com/oauth/authorize')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    application_id: 'id',
    redirect_uri: 'https://app.example.com/back',
    state: 'state',
    external_id: 'ours',
    scope: 'required:read_vin read_odometer',
    mode: 'simulated',
    approval_prompt: 'force',
    make: 'TESLA',
    single_select: 'true',
    single_select_vin: '5YJ3E1EA7KF000001',
    flags: 'country:DE',
    user: 'ada',
  })
})

test('leaves out what is not asked', () => {
  expect([...connectUrl(place, {}, 'state').searchParams.keys()].sort()).toEqual([
    'application_id',
    'redirect_uri',
    'response_type',
    'state',
  ])
})

test('re-authenticates a vehicle at the address for that', () => {
  const url = connectUrl(place, { vehicleId: 'car', scope: ['read_vin'] }, 'state')
  expect(url.pathname).toBe('/oauth/reauthenticate')
  expect(url.searchParams.get('response_type')).toBe('vehicle_id')
  expect(url.searchParams.get('vehicle_id')).toBe('car')
  expect(url.searchParams.has('scope')).toBe(false)
})

test('lets no value add a parameter', { tags: ['T30'] }, () => {
  const evil = 'TESLA&redirect_uri=https://evil.test#&state=x'
  const url = connectUrl(place, { make: evil, user: evil, externalId: evil }, evil)
  expect(url.searchParams.getAll('redirect_uri')).toEqual([place.redirectUri])
  expect(url.searchParams.getAll('state')).toEqual([evil])
  expect(url.searchParams.get('make')).toBe(evil.toUpperCase())
  expect(url.hash).toBe('')
})

test('what means the same is sent the same: capitals, and permissions that are there twice', () => {
  const url = connectUrl(
    place,
    {
      scope: ['read_vin', 'read_fuel', 'read_fuel', 'required:read_vin'],
      make: 'tesla',
      singleSelect: true,
      singleSelectVin: '5yj3e1ea7kf000001',
      flags: { country: 'de', other: 'de' },
    },
    'state',
  )
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    scope: 'read_fuel required:read_vin',
    make: 'TESLA',
    single_select_vin: '5YJ3E1EA7KF000001',
    flags: 'country:DE other:de',
  })
})
