// A simulator with one webhook, for tests: its clock stands still until it is moved.

import type { WebhookDocument } from '../src/memory/webhook.ts'
import { createSimulator, type Simulator } from '../src/simulator.ts'
import { type ApplicationWebhook, demoApplication } from '../src/world/applications.ts'
import { machineToken } from './machine-token.ts'
import { hmac } from './receiver.ts'
import { createVisitor, type Visitor } from './visitor.ts'

const origin = 'http://localhost:4010'
const startMs = Date.UTC(2026, 5, 1, 10)

/** The id of the webhook of these tests. */
export const webhookId = '7d1c6f0e-52a1-4f7e-9c0b-3a1f5f2b8e11'

/** An answer with its body read; `undefined` for an empty one. */
export type Answer = {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of many forms
  readonly body: any
}

/** A simulator with a webhook, and what tests do with it. */
export type WebhookWorld = {
  readonly simulator: Simulator
  readonly visitor: Visitor
  /** Calls a path of version 3 as the application. */
  readonly call: (path: string, init?: RequestInit) => Promise<Answer>
  /** Sends a control request. */
  readonly control: (path: string, body?: unknown, method?: string) => Promise<Answer>
  /** Connects a person; returns the ids of the person and of the first car. */
  readonly connect: (
    more?: Readonly<Record<string, string>>,
    email?: string,
  ) => Promise<{ userId: string; vehicleId: string }>
  /** Subscribes a car and waits for what that brings. */
  readonly subscribe: (ids: { userId: string; vehicleId: string }) => Promise<Answer>
  /** Sends a command of version 3 to a car and waits for what that brings. */
  readonly command: (
    ids: { userId: string; vehicleId: string },
    path: string,
    attributes?: unknown,
  ) => Promise<Answer>
}

/** The signals of the webhook: one that a command changes, one that time changes, one that stays. */
export const watched = [
  'tractionbattery-stateofcharge',
  'charge-ischarging',
  'vehicleidentification-vin',
]

const scope =
  'read_vehicle_info read_odometer read_battery read_charge read_vin control_charge control_security'

/** Starts it, with a webhook that watches three signals unless `webhook` says otherwise. */
export async function startWebhookWorld(
  webhook: Partial<ApplicationWebhook> = {},
  options: Parameters<typeof createSimulator>[0] = {},
): Promise<WebhookWorld> {
  const simulator = createSimulator({
    now: () => startMs,
    applications: [
      {
        ...demoApplication,
        webhooks: [
          {
            id: webhookId,
            name: 'My hook',
            callbackUri: 'http://localhost:9/hook',
            signals: watched,
            ...webhook,
          },
        ],
      },
    ],
    ...options,
  })
  return driveWebhookWorld(simulator)
}

/** What tests do with a simulator that exists already. */
export async function driveWebhookWorld(simulator: Simulator): Promise<WebhookWorld> {
  const visitor = createVisitor(simulator)
  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await simulator.fetch(new Request(origin + path, init))
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const token = await machineToken(simulator)
  const call: WebhookWorld['call'] = (path, init = {}) =>
    ask(`/v3${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, ...init.headers },
    })
  return {
    simulator,
    visitor,
    call,
    control: (path, body, method = body === undefined ? 'GET' : 'POST') =>
      ask(`/__simulator/${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    connect: async (more = {}, email = 'me@example.com') => {
      await visitor.connect(
        { response_type: 'none', make: 'TESLA', scope, approval_prompt: 'force', ...more },
        email,
      )
      const userId = new URL(visitor.address()).searchParams.get('user_id') ?? ''
      const { body } = await call(`/connections?filter[userId]=${userId}`)
      return { userId, vehicleId: body.data[0]?.relationships.vehicle.data.id ?? '' }
    },
    subscribe: async ids => {
      const body = JSON.stringify({ data: { attributes: { webhookId, ...ids } } })
      const answer = await call('/subscriptions', { method: 'POST', body })
      await simulator.settled()
      return answer
    },
    command: async ({ userId, vehicleId }, path, attributes) => {
      const answer = await call(`/vehicles/${vehicleId}/commands/${path}`, {
        method: 'POST',
        headers: { 'sc-user-id': userId },
        ...(attributes !== undefined && { body: JSON.stringify({ data: { attributes } }) }),
      })
      await simulator.settled()
      return answer
    },
  }
}

/** A receiver without a port, for the option `deliver`. */
export type Inbox = {
  /** What came, oldest first, without the challenges. */
  readonly documents: WebhookDocument[]
  /** The signatures that came with them, and whether each is the right one. */
  readonly signatures: boolean[]
  /** How to answer what is no challenge; `undefined` for 200. */
  answer: ((document: WebhookDocument) => Response | Promise<Response>) | undefined
  readonly deliver: (request: Request) => Promise<Response>
}

/** Makes a receiver that answers challenges. */
export function createInbox(token = 'demo-management-token'): Inbox {
  const inbox: Inbox = {
    documents: [],
    signatures: [],
    answer: undefined,
    deliver: async request => {
      const text = await request.text()
      const document = JSON.parse(text)
      if (document.eventType === 'VERIFY') {
        return Response.json({ challenge: hmac(token, document.data.challenge) })
      }
      inbox.documents.push(document)
      inbox.signatures.push(request.headers.get('SC-Signature') === hmac(token, text))
      return (await inbox.answer?.(document)) ?? new Response()
    },
  }
  return inbox
}
