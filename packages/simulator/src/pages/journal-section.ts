// The part of the control page that lists the requests.

import { html } from 'hono/html'
import type { JournalEntry } from '../memory/journal.ts'
import type { Html } from './page.ts'

/** Shows the requests, newest first, with the buttons that read them anew and forget everything. */
export function journalSection(basePath: string, journal: readonly JournalEntry[]): Html {
  return html`<section><div class="heading"><h2>Journal</h2>
<a class="button" href="${basePath}/">Refresh</a>
<form method="post" action="${basePath}/__simulator/reset"><button type="submit">Reset everything</button></form></div>
${
  journal.length === 0
    ? html`<p>No requests yet.</p>`
    : html`<ol class="journal" reversed>${journal.map(entryItem)}</ol>`
}
</section>`
}

function entryItem(entry: JournalEntry): Html {
  const { number, at, method, path, status, error, authorization, parameters } = entry
  const values = Object.entries(parameters)
  return html`<li value="${number}"><span>${number}</span>
<time datetime="${at}">${at.slice(11, 19)}</time>
<code>${method} ${path}</code>
<span class="status">${status}${error !== undefined && html` <strong>${error}</strong>`}</span>
${
  (authorization !== undefined || values.length > 0) &&
  html`<p>${authorization !== undefined && html`<span>${authorization}</span> `}${values.map(
    ([name, value]) => html`<code>${name}=${value}</code> `,
  )}</p>`
}</li>`
}
