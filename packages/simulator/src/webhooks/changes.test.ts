// What a subscription is told, as a table of how it was and how it is.

import { expect, test } from 'vitest'
import type { StoredSignal } from '../api/stored-signals.ts'
import type { Subscription, Webhook } from '../memory/webhook.ts'
import { changesOf, deliveredSignals } from './changes.ts'

const webhook: Webhook = {
  id: 'w',
  clientId: 'c',
  name: 'W',
  callbackUri: 'http://localhost/',
  isEnabled: true,
  autoSubscribe: false,
  verification: 'verified',
  sequence: 0,
  createdAtMs: 0,
  updatedAtMs: 0,
}
const subscribed: Subscription = {
  id: 's',
  webhookId: 'w',
  userId: 'u',
  vehicleId: 'v',
  createdAtMs: 0,
  isFirstDeliveryDue: false,
  told: {},
  errors: {},
}

function stored(code: string, value: number): StoredSignal {
  const signal: StoredSignal['signal'] = {
    code,
    name: code,
    group: 'G',
    permission: 'p',
    read: () => ({ ok: true, body: { value } }),
  }
  return { signal, body: { value }, ingestedAtMs: 0 }
}

/** How the changes look, in short. */
function told(
  subscription: Subscription,
  signals: readonly StoredSignal[] | undefined,
  errors: readonly string[] = [],
  settings: Partial<Webhook> = {},
): readonly string[] {
  const details = Object.fromEntries(errors.map(type => [type, { type }]))
  const { changes } = changesOf({ ...webhook, ...settings }, subscription, signals, details)
  return changes.map(change =>
    change.kind === 'state'
      ? change.triggers
          .map(trigger => (trigger.type === 'SIGNAL_UPDATED' ? trigger.signal.code : trigger.type))
          .join()
      : `${change.state} ${change.errors.map(({ type }) => type).join()}`,
  )
}

/** The subscription once `signals` and `errors` were told. */
function after(signals: readonly StoredSignal[], errors: readonly string[] = []): Subscription {
  const details = Object.fromEntries(errors.map(type => [type, { type }]))
  return changesOf(webhook, subscribed, signals, details).subscription
}

const first = { ...subscribed, isFirstDeliveryDue: true }
const one = stored('a', 1)
const other = stored('a', 2)
const steady = stored('b', 1)

test.each<[string, readonly string[], readonly string[]]>([
  ['the first delivery', told(first, [one]), ['FIRST_DELIVERY']],
  ['the first delivery of a vehicle that lacks all', told(first, []), ['FIRST_DELIVERY']],
  ['nothing new', told(after([one, steady]), [one, steady]), []],
  ['another value', told(after([one, steady]), [other, steady]), ['a']],
  ['a signal that was not known before', told(after([steady]), [one, steady]), []],
  ['no answer', told(after([one]), undefined), []],
  ['no answer at first', told(first, undefined, ['asleep']), ['ERROR asleep']],
  ['an error that holds on', told(after([one], ['asleep']), undefined, ['asleep']), []],
  ['another error', told(after([], ['a']), undefined, ['b']), ['RESOLVED a', 'ERROR b']],
  ['an end with news', told(after([one], ['a']), [other]), ['RESOLVED a', 'a']],
  ['a value that is no trigger', told(after([one]), [other], [], { triggers: ['b'] }), []],
  ['a trigger among others', told(after([one]), [other], [], { triggers: ['a', 'b'] }), ['a']],
  ['triggers are the signals', told(after([one]), [other], [], { signals: ['b'] }), []],
])('%s', (_what, changes, expected) => {
  expect(changes).toEqual(expected)
})

test('the first delivery is due until the vehicle answers', () => {
  expect(changesOf(webhook, first, undefined, {}).subscription.isFirstDeliveryDue).toBe(true)
  expect(changesOf(webhook, first, [one], {}).subscription.isFirstDeliveryDue).toBe(false)
})

test('a value that comes back while the vehicle does not answer is no change', () => {
  const asleep = changesOf(webhook, after([one]), undefined, {}).subscription
  expect(told(asleep, [one])).toEqual([])
  expect(told(asleep, [other])).toEqual(['a'])
})

test('a webhook delivers the signals that it names, or all', () => {
  expect(deliveredSignals(webhook, [one, steady])).toEqual([one, steady])
  expect(deliveredSignals({ ...webhook, signals: ['b'] }, [one, steady])).toEqual([steady])
})
