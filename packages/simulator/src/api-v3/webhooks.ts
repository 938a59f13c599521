// The management API of version 3: the webhooks of an application. Nothing here changes them.

import type { SimulatorContext } from '../http/context.ts'
import type { Webhook } from '../memory/webhook.ts'
import { addressV3, answerV3 } from './answer.ts'
import { answerList } from './answer-list.ts'
import { errorV3 } from './error.ts'
import { findMachineAccess } from './machine-access.ts'
import { notFound } from './not-found.ts'
import { readPage } from './page-links.ts'

const textFilters = ['name', 'callbackUri'] as const
const booleanFilters = ['isEnabled', 'autoSubscribe'] as const

/**
 * GET /v3/webhooks, newest first and in pages of 50. Texts are filtered by a part of them, in any
 * case.
 *
 * @see https://smartcar.com/docs/api-reference/list-webhooks
 */
export function listWebhooks(c: SimulatorContext): Response {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const query = c.get('url').searchParams
  const asked = readPage(query, 50)
  if (!asked.ok) return errorV3(asked.fault)
  const filters = [...textFilters, ...booleanFilters].flatMap(field => {
    const value = query.get(`filter[${field}]`)
    return value === null ? [] : [[field, value] as const]
  })
  return answerList(c, asked.page, {
    path: '/webhooks',
    found: webhooksOf(c, access.clientId).filter(webhook =>
      filters.every(([field, value]) => {
        const own = webhook[field]
        return typeof own === 'string'
          ? own.toLowerCase().includes(value.toLowerCase())
          : String(own) === value
      }),
    ),
    filters: filters.map(([field, value]) => [`filter[${field}]`, value]),
    documentOf: webhookDocument,
  })
}

/** GET /v3/webhooks/{id}. */
export function readWebhook(c: SimulatorContext): Response {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const wanted = c.req.param('webhookId')
  const webhook = webhooksOf(c, access.clientId).find(({ id }) => id === wanted)
  return webhook === undefined
    ? errorV3(notFound('webhook'))
    : answerV3({ data: webhookDocument(c, webhook) })
}

function webhooksOf(c: SimulatorContext, clientId: string): readonly Webhook[] {
  return [...c.env.state.webhooks.values()].filter(webhook => webhook.clientId === clientId)
}

function webhookDocument(c: SimulatorContext, webhook: Webhook): unknown {
  const { id, name, callbackUri, isEnabled, autoSubscribe, createdAtMs, updatedAtMs } = webhook
  return {
    id,
    type: 'webhook',
    // The names of what else there may be are not known.
    attributes: { name, callbackUri, isEnabled, autoSubscribe },
    links: { self: addressV3(c, `/webhooks/${id}`) },
    // The form is that of connections.
    meta: {
      createdAt: new Date(createdAtMs).toISOString(),
      updatedAt: new Date(updatedAtMs).toISOString(),
    },
  }
}
