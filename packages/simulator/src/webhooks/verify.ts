// VERIFY: the receiver has to prove that it knows the management token.

import type { Simulation } from '../http/context.ts'
import type { Verification, Webhook, WebhookDocument } from '../memory/webhook.ts'
import { randomUuid } from '../world/random-id.ts'
import { logDelivery } from './delivery-log.ts'
import { type Outcome, postDocument } from './post-document.ts'
import { hmacHex, managementTokenOf } from './signature.ts'

const encoder = new TextEncoder()

/**
 * Sends a challenge to each address of a webhook, unsigned, and remembers whether all answers were
 * right. It is tried once.
 *
 * @see https://smartcar.com/docs/integrations/webhooks/payload-verification
 */
export async function verifyWebhook(
  simulation: Simulation,
  webhook: Webhook,
): Promise<Verification> {
  const { callbackUri, errorCallbackUri = callbackUri } = webhook
  // Whether the provider also asks the address for errors is not known.
  const answers: boolean[] = []
  for (const uri of new Set([callbackUri, errorCallbackUri])) {
    answers.push(await isAnswered(simulation, webhook, uri))
  }
  const verification = answers.every(Boolean) ? 'verified' : 'refused'
  const { webhooks } = simulation.state
  const current = webhooks.get(webhook.id)
  // It may have been changed or deleted in the meantime.
  if (
    current?.callbackUri === callbackUri &&
    current.errorCallbackUri === webhook.errorCallbackUri
  ) {
    webhooks.set(webhook.id, { ...current, verification })
  }
  return verification
}

/** The webhooks that have somebody to tell about and were never verified. */
export function webhooksToVerify({ state }: Simulation): readonly Webhook[] {
  const wanted = new Set([...state.subscriptions.values()].map(({ webhookId }) => webhookId))
  return [...state.webhooks.values()].filter(
    ({ id, isEnabled, verification }) => isEnabled && verification === 'pending' && wanted.has(id),
  )
}

async function isAnswered(simulation: Simulation, webhook: Webhook, uri: string): Promise<boolean> {
  const managementToken = managementTokenOf(simulation, webhook)
  const challenge = `challenge_${randomUuid().replaceAll('-', '')}`
  const payload = verifyDocument(webhook, challenge, simulation.now())
  const answer = await postDocument(simulation, uri, encoder.encode(JSON.stringify(payload)))
  const expected = await hmacHex(managementToken, encoder.encode(challenge))
  const outcome = judgeAnswer(answer, expected)
  logDelivery(
    simulation,
    { webhookId: webhook.id, vehicleId: '', uri, attempt: 1, payload },
    outcome,
  )
  return outcome.ok
}

function verifyDocument({ id, name }: Webhook, challenge: string, nowMs: number): WebhookDocument {
  return {
    eventId: randomUuid(),
    eventType: 'VERIFY',
    data: { challenge },
    meta: {
      version: '4.0',
      webhookId: id,
      webhookName: name,
      deliveryId: randomUuid(),
      // Text here, and a number in all other events.
      deliveredAt: new Date(nowMs).toISOString(),
    },
  }
}

/** Whether an answer proves the token. */
function judgeAnswer(answer: Outcome, expected: string): Outcome {
  if (!answer.ok) return answer
  const given = challengeOf(answer.text)
  if (given === expected) return answer
  const problem =
    typeof given === 'string'
      ? 'The challenge in the answer is wrong. It must be the HMAC-SHA256 of data.challenge in small hexadecimal digits, with the application’s management token as key.'
      : 'The answer must be JSON of the form { "challenge": "…" }.'
  return { ok: false, status: answer.status, problem }
}

function challengeOf(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'challenge' in read
      ? read.challenge
      : undefined
  } catch {
    return undefined
  }
}
