// Markup from templates.
import { expect, test } from 'vitest'
import { html } from './html.ts'

test('escapes what is inserted, in text and in attributes', () => {
  const hostile = `<script>"'&`
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
    '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
  )
})

test('keeps nested markup, lists and numbers and leaves nothing for false', () => {
  const items = ['<a>', 'b'].map(text => html`<li>${text}</li>`)
  expect(html`<ul>${items}</ul>${false}${undefined}${7}`.markup).toBe(
    '<ul><li>&lt;a&gt;</li><li>b</li></ul>7',
  )
})
