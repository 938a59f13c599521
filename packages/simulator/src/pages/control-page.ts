// The control page: how the simulator behaves now, its clock, the cars, and the journal.

import { html } from 'hono/html'
import type { JournalEntry } from '../memory/journal.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { type ConnectedCar, carsSection } from './cars-section.ts'
import { journalSection } from './journal-section.ts'
import { en } from './locales/en.ts'
import { page } from './page.ts'
import { type WebhooksShown, webhooksSection } from './webhooks-section.ts'

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
    readonly name?: string
    readonly redirectUris: readonly string[]
  }[]
  /** The newest connected cars, newest first. */
  readonly cars: readonly ConnectedCar[]
  /** How many cars are connected. */
  readonly carsTotal: number
  /** Where a car is connected by hand; none if no application may be sent back to this page. */
  readonly connectAddress: string | undefined
  /** The webhooks and what they delivered. */
  readonly webhooks: WebhooksShown
  /** The newest requests, newest first. */
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
      ({ clientId, name, redirectUris }) =>
        html`<dt>${clientId}</dt>${name !== undefined && html`<dd>${name}</dd>`}${redirectUris.map(uri => html`<dd><code>${uri}</code></dd>`)}`,
    )}</dl>
</section>
</div>
${carsSection(shown.cars, shown.carsTotal, shown.connectAddress)}
${webhooksSection(basePath, shown.webhooks)}
${journalSection(basePath, shown.journal)}`,
  })
}
