// Which policies let which script run.

import { expect, test } from 'vitest'
import { allowsScript } from './allows-script.ts'
import type { PageScript } from './page-scripts.ts'

const page = 'https://app.example/auth/smartcar-redirect.html'
const hash = 'sha256-a-b/c+d='.replaceAll('-b', '+b')
const within: PageScript = { text: 'go()', hashes: [hash, 'sha512-other'] }
const file: PageScript = { text: 'go()', src: 'redirect.js' }
const nonce = { nonce: 'r4nd0m' }

test.each<[string, boolean, boolean]>([
  // policy, a script within the page, a script in a file of this origin
  ['', true, true],
  ["img-src 'none'", true, true],
  ["default-src 'none'", false, false],
  ["script-src 'none'", false, false],
  ['script-src', false, false],
  ["script-src 'self'", false, true],
  ["SCRIPT-SRC 'SELF'", false, true],
  ["default-src 'self'", false, true],
  ["default-src 'none'; script-src 'self'", false, true],
  ["script-src 'self'; script-src 'none'", false, true],
  ["script-src 'none'; script-src-elem 'self'", false, true],
  ["script-src 'self'; script-src-elem 'none'", false, false],
  ["script-src-attr 'none'", true, true],
  ["script-src 'unsafe-inline'", true, false],
  ["script-src 'self' 'unsafe-inline'", true, true],
  ["script-src 'unsafe-inline' 'nonce-other'", false, false],
  ["script-src 'unsafe-inline' 'sha256-other'", false, false],
  ["script-src 'unsafe-inline' 'strict-dynamic'", false, false],
  ["script-src 'self' 'strict-dynamic' 'nonce-other'", false, false],
  ["script-src 'nonce-r4nd0m'", false, false],
  ["script-src 'sha256-a+b/c+d='", true, false],
  ["script-src 'sha256-a-b_c-d='", true, false],
  ["script-src 'sha512-other'", true, false],
  ["script-src 'sha256-A+b/c+d='", false, false],
  ['script-src *', false, true],
  ['script-src https:', false, true],
  ['script-src http:', false, false],
  ['script-src data: blob:', false, false],
  ['script-src app.example', false, true],
  ['script-src https://APP.example', false, true],
  ['script-src http://app.example', false, false],
  ['script-src https://app.example:443/auth/', false, true],
  ['script-src https://app.example/other/', false, false],
  ['script-src https://app.example/auth/redirect.js', false, true],
  ['script-src https://app.example/auth/redirect', false, false],
  ['script-src *.example', false, true],
  ['script-src *.app.example', false, false],
  ['script-src cdn.example', false, false],
  ['sandbox allow-scripts allow-same-origin', true, true],
  ['sandbox allow-scripts', false, false],
  ['sandbox allow-same-origin', false, false],
  ['sandbox', false, false],
])('%j allows it within the page: %s, in a file: %s', { tags: ['F69'] }, (policy, inline, own) => {
  expect(allowsScript(policy, within, page)).toBe(inline)
  expect(allowsScript(policy, file, page)).toBe(own)
})

test('a nonce that is named lets both pass', { tags: ['F69'] }, () => {
  for (const script of [within, file]) {
    const policy = "script-src 'strict-dynamic' 'nonce-r4nd0m'"
    expect(allowsScript(policy, { ...script, ...nonce }, page)).toBe(true)
    expect(allowsScript(policy, { ...script, nonce: 'R4ND0M' }, page)).toBe(false)
    expect(allowsScript(policy.replace('r4', 'R4'), { ...script, ...nonce }, page)).toBe(false)
  }
})

test('a file of another origin is not of this one', { tags: ['F69'] }, () => {
  const foreign = { ...file, src: '//cdn.example/redirect.js' }
  expect(allowsScript("script-src 'self'", foreign, page)).toBe(false)
  expect(allowsScript('script-src cdn.example', foreign, page)).toBe(true)
})

test('where no hash could be made, a policy of hashes is not judged', { tags: ['F69'] }, () => {
  const unknown: PageScript = { text: 'go()' }
  expect(allowsScript("script-src 'sha256-x'", unknown, page)).toBe(true)
  expect(allowsScript("script-src 'self'", unknown, page)).toBe(false)
})
