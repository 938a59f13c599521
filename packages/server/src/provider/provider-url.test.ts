// Where the client secret may go.

import { afterEach, expect, test, vi } from 'vitest'
import { providerAddress, providerUrl } from './provider-url.ts'

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

const usual = { provider: 'https://auth.smartcar.com/oauth/token', simulator: '/oauth/token' }

test('uses the provider’s address, the configured one, or the simulator’s', {
  tags: ['T35'],
}, () => {
  const configured = 'https://auth.test/token'
  expect(providerAddress('tokenUrl', undefined, usual, {}).href).toBe(usual.provider)
  expect(providerAddress('tokenUrl', configured, usual, {}).href).toBe(configured)
  const simulator = 'http://simulator:4010'
  expect(providerAddress('tokenUrl', undefined, usual, { simulator }).href).toBe(
    'http://simulator:4010/oauth/token',
  )
})

test.each([
  'http://simulator.example.com',
  'http://169.254.169.254',
  'http://[2001:db8::1]:4010',
  'http://127.0.0.1.evil.test',
  'ftp://localhost:4010',
  'http://id:secret@localhost:4010',
  'http://localhost:4010/simulator',
  'http://localhost:4010/?x=1',
  'localhost:4010',
])('takes no simulator at %s', { tags: ['T35'] }, simulator => {
  expect(() => providerAddress('tokenUrl', undefined, usual, { simulator })).toThrow('simulator')
})

test('takes a simulator in production only with a second option', { tags: ['T42'] }, () => {
  vi.stubEnv('NODE_ENV', 'production')
  const simulator = 'http://localhost:4010'
  expect(() => providerAddress('tokenUrl', undefined, usual, { simulator })).toThrow(/production/)
  const allowed = { simulator, allowSimulatorInProduction: true }
  expect(providerAddress('tokenUrl', undefined, usual, allowed).origin).toBe(simulator)
  const own = { allowSimulatorInProduction: true }
  expect(providerAddress('tokenUrl', `${simulator}/token`, usual, own).origin).toBe(simulator)
})
