// The scripts and policies of a page, however a build has written it.

import { expect, test } from 'vitest'
import { redirectPage } from '../redirect-page/page.ts'
import { policiesIn, scriptsIn } from './page-scripts.ts'

test('finds the one script and the one policy of the ready-made page', () => {
  const { html, headers } = redirectPage()
  const [script, ...more] = scriptsIn(html)
  expect(script?.text).toMatch(/^\(function\(\)\{[\s\S]*\}\)\(\);$/)
  expect(script?.src).toBeUndefined()
  expect(more).toEqual([])
  const header = headers['Content-Security-Policy'] ?? ''
  expect(policiesIn(html)).toEqual([header.replace("; frame-ancestors 'none'", '')])
})

test('finds the address of a script that is a file', () => {
  const { html } = redirectPage({ script: '/a.js?v=1&w=2' })
  expect(scriptsIn(html)).toEqual([{ text: '', src: '/a.js?v=1&w=2' }])
})

test.each([
  [`<script>go("</p>")</script>`, { text: 'go("</p>")' }],
  [`<SCRIPT NONCE=abc>go()</SCRIPT >`, { text: 'go()', nonce: 'abc' }],
  [`<script type=module src=a.js></script>`, { text: '', src: 'a.js' }],
  [`<script data-x="a>b" src='a.js'></script>`, { text: '', src: 'a.js' }],
  [`<script type="text/javascript">\r\na\rb\r\n</script>`, { text: '\na\nb\n' }],
])('%j is a script', (html, script) => {
  expect(scriptsIn(`<p>${html}`)).toEqual([script])
})

test.each([
  `<script type="application/json">{}</script>`,
  `<script type="importmap">{}</script>`,
  `<script type="abc-text/rocketscript">go()</script>`,
  `<scripted>go()</scripted>`,
])('%j is none that runs', html => {
  expect(scriptsIn(html)).toEqual([])
})

test.each([
  `<meta http-equiv="Content-Security-Policy" content="script-src 'self'; img-src *">`,
  `<META CONTENT="script-src 'self'; img-src *" HTTP-EQUIV=content-security-policy>`,
  `<meta http-equiv='Content-Security-Policy' content='script-src &#39;self&#x27;; img-src *'/>`,
  `<meta http-equiv="Content-Security-Policy" content="script-src &apos;self&apos;; img-src *" />`,
])('%j holds a policy', html => {
  expect(policiesIn(`<title>${html}`)).toEqual(["script-src 'self'; img-src *"])
})

test('finds every policy, and nothing in other elements', () => {
  function policy(text: string) {
    return `<meta http-equiv="Content-Security-Policy" content="${text}&amp;&nope;">`
  }
  expect(policiesIn(policy('a') + policy('b'))).toEqual(['a&&nope;', 'b&&nope;'])
  expect(policiesIn('<meta name="description" content="Content-Security-Policy">')).toEqual([])
  expect(policiesIn('<meta http-equiv="Content-Security-Policy">')).toEqual([])
})
