// Marks in HTML pages.

import { expect, test } from 'vitest'
import { markPage } from './mark-page.ts'

const script =
  '<!-- TODO(smartcar-connect): take this script away, and make the connection with `createConnect` in a module. See https://smartcar-connect.github.io/from-smartcar-auth#the-script-tag -->'
const redirect =
  '<!-- TODO(smartcar-connect): this page is no redirect page for smartcar-connect: it ends as `popup_closed`. Serve the new one. See https://smartcar-connect.github.io/from-smartcar-auth#the-redirect-page -->'

test.each([
  ['https://javascript-sdk.smartcar.com/2.14.1/sdk.js', script],
  ['//javascript-sdk.smartcar.com/sdk-2.1.0.js', script],
  ['https://cdn.smartcar.com/javascript-sdk/sdk-0.1.0.js', script],
  ['https://javascript-sdk.smartcar.com/v2/redirect.js', redirect],
  ['https://cdn.smartcar.com/javascript-sdk/callback-0.1.0.js', redirect],
])('marks %s above its line, once', (src, mark) => {
  const page = `<body>\n  <p>Hello</p>\n  <script async src="${src}"></script>\n</body>\n`
  const { text, left } = markPage(page)
  expect(text).toBe(
    `<body>\n  <p>Hello</p>\n  ${mark}\n  <script async src="${src}"></script>\n</body>\n`,
  )
  expect(left).toEqual([{ line: 3, what: mark.slice(mark.indexOf(': ') + 2, -4) }])
  expect(markPage(text)).toEqual({ text, moved: 0, left })
})

test('keeps line endings, and marks within a line where there is no line of its own', () => {
  const tag = "<script src='https://javascript-sdk.smartcar.com/2.0.0/sdk.js'></script>"
  expect(markPage(`<p>\r\n${tag}${tag}\r\n`).text).toBe(
    `<p>\r\n${script}\r\n${tag}${script} ${tag}\r\n`,
  )
})

test.each([
  '<!-- <script src="https://javascript-sdk.smartcar.com/2.0.0/sdk.js"></script> -->',
  '<script src="https://javascript-sdk.smartcar.com.example/sdk.js"></script>',
  '<a href="https://javascript-sdk.smartcar.com/2.0.0/sdk.js">SDK</a>',
  '<script src="/app.js"></script>',
])('leaves %s alone', page => {
  expect(markPage(page)).toEqual({ text: page, moved: 0, left: [] })
})
