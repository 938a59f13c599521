// Which policies let a page ask which address.

import { expect, test } from 'vitest'
import { allowsFetch } from './allows-fetch.ts'

function ask(header: string, text = '') {
  const headers = new Headers({ 'Content-Security-Policy': header })
  const page = { status: 200, url: 'https://app.example/garage', headers, text }
  return ['https://app.example/api', 'https://api.example/x'].map(address =>
    allowsFetch(page, new URL(address)),
  )
}

test.each<[string, boolean, boolean]>([
  // policy, this origin, another one
  ['', true, true],
  ["script-src 'none'", true, true],
  ["connect-src 'self'", true, false],
  ["default-src 'self'", true, false],
  ["default-src 'none'; connect-src https://api.example", false, true],
  ["connect-src 'none'", false, false],
  ["connect-src *, connect-src 'self'", true, false],
])('%j: %s, %s', (policy, own, other) => {
  expect(ask(policy)).toEqual([own, other])
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.split(',').at(-1)}">`
  expect(ask('', meta)).toEqual([own, other])
})

test('where nobody could look at the page, everything counts as allowed', () => {
  expect(allowsFetch(undefined, new URL('https://api.example'))).toBe(true)
})
