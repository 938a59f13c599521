// The rules of POST webhook: Smartcar's deliveries are taken, and nobody else's.

import { hmacHex } from '../webhooks/signature.ts'
import { type JudgeOptions, notRefused, type Rule, wordsOf } from './bench.ts'

/** What a webhook must be. */
export const webhookRules: readonly Rule[] = [
  {
    part: 'webhook',
    rule: 'answers the challenge with its HMAC, and signs nothing else',
    async run({ options }) {
      const challenge = crypto.randomUUID()
      const answer = await deliver(options, { eventType: 'VERIFY', data: { challenge } })
      const body = Object(
        await answer
          .clone()
          .json()
          .catch(() => undefined),
      )
      if (body.challenge !== (await sign(challenge, options))) {
        return `it answered ${await wordsOf(answer)}`
      }
      const event = JSON.stringify({ eventType: 'VEHICLE_STATE' })
      const trap = await deliver(options, { eventType: 'VERIFY', data: { challenge: event } })
      return notRefused('a challenge that is an event', trap)
    },
  },
  {
    part: 'webhook',
    rule: 'takes what is signed, also twice, and refuses what is not',
    async run({ options }) {
      const event = {
        eventId: crypto.randomUUID(),
        eventType: 'VEHICLE_STATE',
        data: { user: { id: 'nobody' }, vehicle: { id: 'no-car' }, signals: [] },
        triggers: [],
        meta: { deliveredAt: Date.now(), version: '4.0', mode: 'LIVE', signalCount: 0 },
      }
      const signature = await sign(JSON.stringify(event), options)
      for (const what of ['a delivery', 'the same delivery']) {
        const answer = await deliver(options, event, signature)
        if (!answer.ok) return `${what} was answered with ${await wordsOf(answer)}`
      }
      const unsigned = await notRefused(
        'an unsigned delivery',
        await deliver(options, event),
        [401],
      )
      if (unsigned !== undefined) return unsigned
      const changed = { ...event, eventId: crypto.randomUUID() }
      return notRefused('a changed delivery', await deliver(options, changed, signature), [401])
    },
  },
]

function sign(text: string, { managementToken = '' }: JudgeOptions): Promise<string> {
  return hmacHex(managementToken, new TextEncoder().encode(text))
}

function deliver({ backend }: JudgeOptions, event: object, signature?: string): Promise<Response> {
  return fetch(`${backend}/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature !== undefined && { 'sc-signature': signature }),
    },
    body: JSON.stringify(event),
    redirect: 'manual',
  })
}
