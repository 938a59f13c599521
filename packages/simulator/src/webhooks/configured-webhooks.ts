// The webhooks that come with the applications of the options.

import type { Simulation } from '../http/context.ts'
import { textOf } from '../http/text-of.ts'
import { remember } from '../memory/remember.ts'
import { removeWebhook } from '../memory/subscriptions.ts'
import type { Application, ApplicationWebhook } from '../world/applications.ts'
import { stableUuid } from '../world/stable-hash.ts'
import { managementTokenOf } from './signature.ts'
import { readWebhookSettings } from './webhook-settings.ts'

/** What is wrong with the webhooks of the applications; `undefined` if nothing is. */
export function webhooksProblem(
  applications: readonly Application[],
  hosts: readonly string[],
): string | undefined {
  const ids = new Set<string>()
  for (const application of applications) {
    const { clientId, webhooks = [], managementToken } = application
    if (!Array.isArray(webhooks)) {
      return `Application “${clientId}” has webhooks that are no list. Write a JSON list of objects with name and callbackUri.`
    }
    if (webhooks.length > 0 && (managementToken ?? '') === '') {
      return `Application “${clientId}” has webhooks and no managementToken, so nothing could be signed. Give it one, such as “demo-management-token”.`
    }
    for (const webhook of webhooks) {
      const reading = readWebhookSettings({ ...webhook }, hosts)
      const name = textOf(webhook?.name).slice(0, 64)
      if (!reading.ok) {
        return `Webhook “${name}” of application “${clientId}” cannot work: ${reading.problem}`
      }
      const id = webhookId(application, webhook)
      if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id) || ids.has(id)) {
        return `Webhook “${name}” of application “${clientId}” needs an id of its own, of letters, digits, “-” and “_”. Without an id, it needs a name of its own.`
      }
      ids.add(id)
    }
  }
  return ids.size <= 100 ? undefined : 'There are more than a hundred webhooks. Give fewer.'
}

/**
 * Makes the webhooks of the options that are not made yet. What was changed or deleted since stays
 * so, unless the option itself is another one now. Kept webhooks of an application that can sign nothing
 * any more are forgotten.
 */
export function addConfiguredWebhooks(simulation: Simulation): void {
  const { state, applications, hosts, now } = simulation
  for (const webhook of [...state.webhooks.values()]) {
    if (managementTokenOf(simulation, webhook) === '') removeWebhook(state, webhook.id)
  }
  const configured: string[] = []
  for (const application of applications) {
    for (const webhook of application.webhooks ?? []) {
      const id = webhookId(application, webhook)
      const option = JSON.stringify([id, application.clientId, webhook])
      configured.push(option)
      const reading = readWebhookSettings({ ...webhook }, hosts)
      if (state.configuredWebhooks.includes(option) || !reading.ok) continue
      removeWebhook(state, id)
      remember(state, 'webhooks', id, {
        ...reading.settings,
        id,
        clientId: application.clientId,
        verification: 'pending',
        sequence: 0,
        createdAtMs: now(),
        updatedAtMs: now(),
      })
    }
  }
  state.configuredWebhooks = configured
}

function webhookId({ clientId }: Application, { id, name }: ApplicationWebhook): string {
  return id ?? stableUuid(`webhook ${clientId} ${name}`)
}
