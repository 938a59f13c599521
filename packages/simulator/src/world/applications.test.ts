// Redirect URIs and origins of an application.

import { expect, test } from 'vitest'
import {
  defaultRedirectUri,
  demoApplication,
  isRegisteredOrigin,
  isRegisteredRedirectUri,
} from './applications.ts'

const shop = {
  clientId: 'shop',
  clientSecret: 'made-up',
  redirectUris: [
    'http://localhost:*',
    'https://shop.example/callback?from=smartcar',
    'sc1://exchange',
  ],
}

test.each([
  ['https://shop.example/callback?from=smartcar', true],
  ['sc1://exchange', true],
  ['http://localhost:5173/any/path?x=1', true],
  ['http://localhost/', true],
  ['https://shop.example/callback', false],
  ['https://shop.example/callback?from=smartcar&x=1', false],
  ['https://shop.example/callback/?from=smartcar', false],
  ['https://localhost:5173/', false],
  ['http://localhost.evil.example/', false],
  ['http://localhost@evil.example/', false],
  ['http://user@localhost:5173/', false],
  ['http://localhost:5173/#fragment', false],
  ['http://localhost:5173/#', false],
  ['http://localhost:5173/€', false],
  ['http://localhost:5173/%E2%82%AC', true],
  ['http://localhost:5173/a\nb', false],
  ['http://localhost:5173/a\0b', false],
  ['http://localhost:5173/a b', false],
  ['http://127.0.0.1:5173/', false],
  ['/callback', false],
  ['', false],
])('redirect_uri %s is registered: %s', (redirectUri, registered) => {
  expect(isRegisteredRedirectUri(shop, redirectUri)).toBe(registered)
})

test.each([
  ['https://shop.example', true],
  ['http://localhost:8080', true],
  ['https://shop.example/', false],
  ['https://shop.example.evil.example', false],
  ['http://localhost:8080/path', false],
  ['null', false],
  ['*', false],
])('app_origin %s is registered: %s', (origin, registered) => {
  expect(isRegisteredOrigin(shop, origin)).toBe(registered)
})

test('the default redirect URI is the first exact one', () => {
  expect(defaultRedirectUri(shop)).toBe('https://shop.example/callback?from=smartcar')
  expect(defaultRedirectUri(demoApplication)).toBeUndefined()
})
