// The control page: how the simulator behaves now, its clock, and the journal.

import { html } from 'hono/html'
import type { JournalEntry } from '../memory/journal.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { en } from './locales/en.ts'
import { type Html, page } from './page.ts'

/** What the control page shows. */
export type ControlPage = {
  /** The path in front of every address of the simulator. */
  readonly basePath: string
  /** The origin at which the page was opened, for the variables of SDKs. */
  readonly origin: string
  /** The name of the scenario that holds now. */
  readonly current: string
  /** All scenarios, to choose from. */
  readonly scenarios: readonly Scenario[]
  /** The time by the simulator’s clock (ISO 8601). */
  readonly nowIso: string
  /** Whether that is not the real time. */
  readonly clockMoved: boolean
  /** The applications that may use the simulator. Their secrets are not shown. */
  readonly applications: readonly {
    readonly clientId: string
    readonly redirectUris: readonly string[]
  }[]
  /** Newest first. */
  readonly journal: readonly JournalEntry[]
}

const moves: readonly (readonly [label: string, advanceMs: number])[] = [
  ['10 minutes on', 600_000],
  ['2 hours on', 7_200_000],
  ['60 days on', 5_184_000_000],
]

// The variables by which the provider's SDKs are sent elsewhere.
const variables = [
  'SMARTCAR_AUTH_ORIGIN',
  'SMARTCAR_API_ORIGIN',
  'SMARTCAR_API_V3_ORIGIN',
  'SMARTCAR_CONNECT_ORIGIN',
  'SMARTCAR_MANAGEMENT_API_ORIGIN',
]

/** Shows everything a developer wants to see or change. */
export function controlPage(shown: ControlPage): Promise<Response> {
  const { basePath, scenarios, current, nowIso, clockMoved } = shown
  const now = scenarios.find(({ name }) => name === current)
  return page({
    words: en,
    basePath,
    title: 'Smartcar Connect simulator',
    wide: true,
    content: html`<h1>Smartcar Connect simulator</h1>
<p class="lead">It answers as Connect, as the token endpoint and as the vehicle API, all at <code>${shown.origin}${basePath}</code>.</p>
<details><summary>Point an SDK here</summary>
<pre tabindex="0">${variables.map(name => `${name}=${shown.origin}${basePath}\n`)}</pre></details>
<div class="panels">
<section><h2>Scenario</h2>
<form class="row" method="post" action="${basePath}/__simulator/scenario">
<label class="hidden" for="name">Scenario</label>
<select id="name" name="name">${scenarios.map(
      ({ name }) => html`<option${name === current && html` selected`}>${name}</option>`,
    )}</select>
<button class="main" type="submit">Use</button>
</form>
<p><strong>${current}</strong>: ${now?.description}</p>
<details><summary>All scenarios</summary><dl>${scenarios.map(
      ({ name, description }) => html`<dt>${name}</dt><dd>${description}</dd>`,
    )}</dl></details>
</section>
<section><h2>Clock</h2>
<p class="figure"><time datetime="${nowIso}">${nowIso.slice(0, 19).replace('T', ' ')}</time> UTC</p>
<form class="row" method="post" action="${basePath}/__simulator/clock">
${moves.map(([label, ms]) => html`<button type="submit" name="advanceMs" value="${ms}">${label}</button>`)}
${clockMoved && html`<button type="submit" name="reset" value="true">Real time</button>`}
</form>
</section>
<section><h2>Applications</h2>
<dl>${shown.applications.map(
      ({ clientId, redirectUris }) =>
        html`<dt>${clientId}</dt><dd>${redirectUris.join(' · ')}</dd>`,
    )}</dl>
</section>
</div>
<section><div class="heading"><h2>Journal</h2>
<a class="button" href="${basePath}/">Refresh</a>
<form method="post" action="${basePath}/__simulator/reset"><button type="submit">Reset everything</button></form></div>
${shown.journal.length === 0 ? html`<p>No requests yet.</p>` : journalTable(shown.journal)}
</section>`,
  })
}

function journalTable(journal: readonly JournalEntry[]): Html {
  return html`<div class="scroll" role="region" aria-label="Journal" tabindex="0"><table>
<thead><tr><th scope="col">#</th><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Parameters</th></tr></thead>
<tbody>${journal.map(
    entry => html`<tr><td>${entry.number}</td><td>${entry.at.slice(11, 19)}</td>
<td><code>${entry.method} ${entry.path}</code></td>
<td>${entry.status}${entry.error !== undefined && html` <strong>${entry.error}</strong>`}</td>
<td>${entry.authorization !== undefined && html`<span>${entry.authorization}</span> `}${Object.entries(
      entry.parameters,
    ).map(([name, value]) => html`<code>${name}=${value}</code> `)}</td></tr>`,
  )}</tbody></table></div>`
}
