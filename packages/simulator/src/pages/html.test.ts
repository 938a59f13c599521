// Markup of the pages: nothing that is inserted becomes an element.

import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { en } from './locales/en.ts'
import { page } from './page.ts'

test('escapes what is inserted, in text and in attributes', () => {
  const hostile = `<script>"'&`
  expect(String(html`<p title="${hostile}">${hostile}</p>`)).toBe(
    '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
  )
})

test('keeps nested markup, lists and numbers and leaves nothing for false', () => {
  const items = ['<a>', 'b'].map(text => html`<li>${text}</li>`)
  expect(String(html`<ul>${items}</ul>${false}${undefined}${7}`)).toBe(
    '<ul><li>&lt;a&gt;</li><li>b</li></ul>7',
  )
})

test('a page escapes its title and keeps its content', async () => {
  const answer = await page({
    words: en,
    basePath: '',
    title: '</title><script>',
    content: html`<h1>${'<b>'}</h1>`,
  })
  const text = await answer.text()
  expect(text).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>')
  expect(text).toContain('<h1>&lt;b&gt;</h1>')
})
