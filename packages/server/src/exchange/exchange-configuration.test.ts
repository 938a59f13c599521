// What is refused when the handler is created.

import { afterEach, expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['clientId', { clientId: '' }],
  ['clientSecret', { clientSecret: ' secret' }],
  ['redirectUri', { redirectUri: '/smartcar-redirect.html' }],
  ['redirectUri', { redirectUri: 'https://app.example.com/#x' }],
  ['redirectUri', { redirectUri: 'https://app.example.com/?code=x' }],
  ['origins', { origins: [] }],
  ['origins', { origins: 'https://app.example.com/a' }],
  ['origins', { origins: '*' }],
  ['origins', { origins: 'null' }],
  ['tokenUrl', { tokenUrl: 'http://auth.example.com/' }],
  ['apiUrl', { apiUrl: 'api.smartcar.com' }],
  ['requireSession', { requireSession: true }],
])('refuses a wrong %s at creation and names it', (name, options) => {
  expect(() => createExchange(tokenAnswer, options)).toThrow(TypeError)
  expect(() => createExchange(tokenAnswer, options)).toThrow(name)
})

test('refuses a simulator in production', { tags: ['T42'] }, () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(() =>
    createExchange(tokenAnswer, { tokenUrl: 'http://localhost:4010/oauth/token' }),
  ).toThrow(/production/)
})
