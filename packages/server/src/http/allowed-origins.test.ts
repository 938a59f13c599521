// Which origins are meant, however they are written.

import { expect, test } from 'vitest'
import { allowedOrigins } from './allowed-origins.ts'

test.each([
  ['https://app.example', 'https://app.example'],
  ['https://app.example/', 'https://app.example'],
  ['HTTPS://App.Example', 'https://app.example'],
  ['https://app.example:443', 'https://app.example'],
  ['https://app.example:8443/', 'https://app.example:8443'],
  ['http://localhost:80', 'http://localhost'],
  ['https://b\u00fccher.example', 'https://xn--bcher-kva.example'],
  ['https://%61pp.example', 'https://app.example'],
  ['http://[::1]:5173', 'http://[::1]:5173'],
  // A final dot is another host by the URL standard, and so another origin.
  ['https://app.example.', 'https://app.example.'],
])('%s is the origin %s', { tags: ['T04'] }, (written, origin) => {
  expect([...allowedOrigins(written)]).toEqual([origin])
  expect([...allowedOrigins([written, origin])]).toEqual([origin])
})

test.each([
  '',
  '*',
  'null',
  'app.example',
  '//app.example',
  'https://',
  'https://*.app.example/',
  'https://app.example/path',
  'https://app.example?',
  'https://app.example?x',
  'https://app.example#',
  'https://ada@app.example',
  'https://ada:pw@app.example',
  ' https://app.example',
  'https://app.example\\',
  'data:text/html,',
  'file:///',
  'app://localhost/',
])('%j is no origin, and is refused', { tags: ['T04'] }, written => {
  for (const origins of [written, ['https://app.example', written]]) {
    expect(() => allowedOrigins(origins)).toThrow(TypeError)
    expect(() => allowedOrigins(origins)).toThrow('origins')
  }
})

test('none at all is refused', () => {
  expect(() => allowedOrigins([])).toThrow(TypeError)
  expect(() => allowedOrigins(undefined as unknown as string)).toThrow(TypeError)
})
