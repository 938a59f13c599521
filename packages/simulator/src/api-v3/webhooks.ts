// The management API of version 3: the webhooks of an application. Nothing here changes them.

import type { SimulatorContext } from '../http/context.ts'
import type { Webhook } from '../memory/webhook.ts'
import { addressV3, answerV3 } from './answer.ts'
import { errorV3 } from './error.ts'
import { findMachineAccess } from './machine-access.ts'
import { pageLinks, readPage } from './page-links.ts'

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
  const page = readPage(query, 50)
  if (!page.ok) return errorV3({ type: 'VALIDATION', description: page.problem })
  const filters = [...textFilters, ...booleanFilters].flatMap(field => {
    const value = query.get(`filter[${field}]`)
    return value === null ? [] : [[field, value] as const]
  })
  const found = webhooksOf(c, access.clientId).filter(webhook =>
    filters.every(([field, value]) => {
      const own = webhook[field]
      return typeof own === 'string'
        ? own.toLowerCase().includes(value.toLowerCase())
        : String(own) === value
    }),
  )
  const { number, size } = page
  const shown = found.slice((number - 1) * size, number * size)
  return answerV3({
    data: shown.map(webhook => webhookDocument(c, webhook)),
    meta: { pageNumber: number, pageSize: size, totalCount: found.length },
    links: pageLinks(
      addressV3(c, '/webhooks'),
      filters.map(([field, value]) => [`filter[${field}]`, value]),
      page,
      found.length,
    ),
  })
}

/** GET /v3/webhooks/{id}. */
export function readWebhook(c: SimulatorContext): Response {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const wanted = c.req.param('webhookId')
  const webhook = webhooksOf(c, access.clientId).find(({ id }) => id === wanted)
  return webhook === undefined
    ? errorV3(noSuchWebhook)
    : answerV3({ data: webhookDocument(c, webhook) })
}

// The code is approximate.
export const noSuchWebhook = {
  type: 'RESOURCE_NOT_FOUND',
  code: 'WEBHOOK_NOT_FOUND',
  description: 'The application has no webhook with this id.',
} as const

function webhooksOf(c: SimulatorContext, clientId: string): readonly Webhook[] {
  return [...c.env.state.webhooks.values()]
    .filter(webhook => webhook.clientId === clientId)
    .sort((one, other) => other.createdAtMs - one.createdAtMs)
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
