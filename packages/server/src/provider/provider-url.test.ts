// Where the client secret may go.

import { afterEach, expect, test, vi } from 'vitest'
import { providerUrl } from './provider-url.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  'https://auth.smartcar.com/oauth/token',
  'http://localhost:4010/oauth/token',
  'http://127.0.0.1:4010/oauth/token',
  'http://[::1]:4010/oauth/token',
])('accepts %s outside production', { tags: ['T35'] }, value => {
  expect(providerUrl('tokenUrl', value).href).toBe(value)
})

test.each([
  ['http://auth.smartcar.com/oauth/token', /not https/],
  ['http://localhost.evil.test/oauth/token', /not https/],
  ['http://127.0.0.1.evil.test/', /not https/],
  ['http://169.254.169.254/latest', /not https/],
  ['ftp://auth.smartcar.com/', /not https/],
  ['https://id:secret@auth.smartcar.com/', /credentials/],
  ['https://auth.smartcar.com/#x', /fragment/],
  ['/oauth/token', /not a URL/],
  ['', /not a URL/],
])('refuses %s', { tags: ['T35'] }, (value, message) => {
  expect(() => providerUrl('tokenUrl', value)).toThrow(message)
})

test('refuses the simulator in production, over https too', { tags: ['T42'] }, () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(() => providerUrl('tokenUrl', 'http://localhost:4010/')).toThrow(/production/)
  expect(() => providerUrl('tokenUrl', 'https://localhost:4010/')).toThrow(/production/)
  expect(() => providerUrl('tokenUrl', 'https://auth.smartcar.com/')).not.toThrow()
})
