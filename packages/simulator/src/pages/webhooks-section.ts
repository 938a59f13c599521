// The part of the control page about webhooks: who is told, what was delivered, and how it went.

import { html } from 'hono/html'
import type { DeliveryEntry, Subscription, Webhook } from '../memory/webhook.ts'
import type { Html } from './page.ts'

/** What the section shows. */
export type WebhooksShown = {
  /** All webhooks. */
  readonly webhooks: readonly Webhook[]
  /** The vehicles that are subscribed to them. */
  readonly subscriptions: readonly Subscription[]
  /** How many deliveries wait. */
  readonly pending: number
  /** The newest deliveries, newest first. */
  readonly deliveries: readonly DeliveryEntry[]
}

/** Shows the webhooks, with buttons that verify, send and disable, and the deliveries. */
export function webhooksSection(basePath: string, shown: WebhooksShown): Html {
  const { webhooks, subscriptions, deliveries, pending } = shown
  return html`<section><div class="heading"><h2>Webhooks</h2></div>
${webhooks.length === 0 && html`<p>No webhooks yet.</p>`}
${webhooks.map(webhook =>
  webhookPart(
    basePath,
    webhook,
    subscriptions.filter(({ webhookId }) => webhookId === webhook.id),
  ),
)}
<details><summary>Add a webhook</summary>
<form class="row" method="post" action="${basePath}/__simulator/webhooks">
<label for="webhook-name">Name</label><input id="webhook-name" name="name" required>
<label for="webhook-address">Address</label><input id="webhook-address" name="callbackUri" type="url" placeholder="http://localhost:3000/webhook" required>
<label><input type="checkbox" name="autoSubscribe" value="true"> Subscribe new vehicles</label>
<button type="submit">Add</button>
</form></details>
${pending > 0 && html`<p>${pending} waiting to be delivered.</p>`}
${
  deliveries.length === 0
    ? html`<p>No deliveries yet.</p>`
    : html`<ol class="journal" reversed>${deliveries.map(deliveryItem)}</ol>`
}
</section>`
}

function webhookPart(
  basePath: string,
  webhook: Webhook,
  subscriptions: readonly Subscription[],
): Html {
  const { id, name, callbackUri, isEnabled, verification } = webhook
  return html`<div class="heading"><h3>${name}</h3>
<form method="post" action="${basePath}/__simulator/webhooks">
<input type="hidden" name="id" value="${id}">
<button type="submit" name="isEnabled" value="${String(!isEnabled)}">${isEnabled ? 'Disable' : 'Enable'}</button>
</form></div>
<p><code>${withoutQuery(callbackUri)}</code> · ${isEnabled ? 'enabled' : 'disabled'} · ${verification} · subscribed vehicles: ${subscriptions.length}</p>
<form class="row" method="post" action="${basePath}/__simulator/webhooks/send">
<input type="hidden" name="webhookId" value="${id}">
<label class="hidden" for="vehicle-${id}">Vehicle</label>
<select id="vehicle-${id}" name="vehicleId"><option value="">a vehicle of nobody</option>${subscriptions
    .slice(0, 50)
    .map(({ vehicleId }) => html`<option>${vehicleId}</option>`)}</select>
<button type="submit" name="eventType" value="VEHICLE_STATE">Send a state</button>
<button type="submit" name="eventType" value="VEHICLE_ERROR">Send an error</button>
<button type="submit" name="eventType" value="VERIFY">Verify</button>
</form>`
}

function deliveryItem(entry: DeliveryEntry): Html {
  const { number, at, eventType, address, attempt, status, problem, nextAttemptAt } = entry
  return html`<li value="${number}"><span>${number}</span>
<time datetime="${at}">${at.slice(11, 19)}</time>
<code>${eventType} ${address}</code>
<span class="status">${status}${problem !== undefined && html` <strong>failed</strong>`}</span>
${problem !== undefined && html`<p>Attempt ${attempt}: ${problem}${nextAttemptAt !== undefined && html` Again at ${nextAttemptAt.slice(11, 19)}.`}</p>`}
${
  entry.payload !== undefined &&
  html`<details><summary>What was sent</summary><pre tabindex="0">${JSON.stringify(entry.payload, null, 2)}</pre></details>`
}</li>`
}

/** The query of an address may hold a secret, and pages are shown to others. */
function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '?…')
}
