// What stops the script of the redirect page, and what does not.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { redirectPage } from '../redirect-page/page.ts'
import { scriptsIn } from './page-scripts.ts'
import { scriptFindings } from './script-findings.ts'

const url = 'https://app.example/smartcar-redirect.html'
const one = redirectPage()
const two = redirectPage({ script: 'smartcar-redirect.js' })

// The page as a host answers it, with what was learnt of its scripts.
function found(html: string, policy: string, file: string | undefined = two.script.text) {
  const scripts = scriptsIn(html).map(script =>
    script.src === undefined
      ? { ...script, hashes: [hashOf(script.text)] }
      : { ...script, text: file },
  )
  const headers = new Headers({ 'Content-Security-Policy': policy })
  return scriptFindings({ status: 200, url, headers, text: html }, scripts)
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

const own = one.headers['Content-Security-Policy'] ?? ''

test.each([
  ['its own headers', one.html, own],
  ['no header', one.html, ''],
  ['a policy that allows what is within pages', one.html, "script-src 'self' 'unsafe-inline'"],
  ['a file of line ends of another system', one.html.replaceAll('\n', '\r\n'), own],
  ['two files and their headers', two.html, two.headers['Content-Security-Policy'] ?? ''],
  ['two files and the policy of the site', two.html, "default-src 'self'; script-src 'self'"],
  ['a page of the app’s own', '<div id="app"></div><script>app()</script>', "script-src 'none'"],
])('nothing is wrong with %s', { tags: ['F69'] }, (_, html, policy) => {
  expect(found(html, policy)).toEqual([])
})

test.each([
  ['a site’s policy on every path', one.html, "script-src 'self'", 'that its host sends'],
  ['a framework’s nonce', one.html, "script-src 'nonce-x' 'strict-dynamic'", 'that its host sends'],
  ['a second policy beside its own', one.html, `${own}, script-src 'self'`, 'that its host sends'],
  [
    'the headers of another version',
    one.html,
    own.replace(/sha256-\w/, 'sha256-_'),
    'its host sends',
  ],
  ['a minifier', one.html.replace('function(){', '()=>{'), '', 'changed'],
  [
    'a policy that a minifier kept',
    one.html.replace('<script>', '<script> '),
    own,
    'its host sends',
  ],
  ['a sanitizer', one.html.replace(/<script>[\s\S]*<\/script>/, ''), own, 'took its script'],
  ['a loader of scripts', one.html.replace('<script>', '<script type="x">'), '', 'took its script'],
  ['a policy without own files', two.html, "script-src 'nonce-x'", 'that its host sends'],
])('%s is found, with what to do', { tags: ['F69'] }, (_, html, policy, what) => {
  const [finding, ...more] = found(html, policy)
  expect(finding).toMatchObject({ code: 'redirect_script_blocked', severity: 'error' })
  expect(finding?.message).toContain(what)
  expect(finding?.advice).toMatch(/file of its own/)
  expect(more).toEqual([])
})

test.each(['', '<div id="app"></div>'])(
  'a script file that is not served, or is the app’s shell, is found: %j',
  { tags: ['F69'] },
  file => {
    expect(found(two.html, '', file)[0]?.message).toContain('not served')
  },
)

test('says nothing where nobody looked at the scripts', () => {
  const headers = new Headers({ 'Content-Security-Policy': "script-src 'self'" })
  expect(scriptFindings({ status: 200, url, headers, text: one.html }, undefined)).toEqual([])
})
