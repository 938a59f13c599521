// Decides what a subscription has to be told: what changed since it was told last.

import type { StoredSignal } from '../api/stored-signals.ts'
import type { Subscription, VehicleErrorDetail, Webhook } from '../memory/webhook.ts'
import { stableHex } from '../world/stable-hash.ts'
import type { Trigger } from './event-document.ts'
import type { VehicleErrors } from './vehicle-errors.ts'

/** One thing to tell. */
export type Change =
  | { readonly kind: 'state'; readonly triggers: readonly Trigger[] }
  | {
      readonly kind: 'errors'
      readonly state: 'ERROR' | 'RESOLVED'
      readonly errors: readonly VehicleErrorDetail[]
    }

/** What to tell, and the subscription once it is told. */
export type Changes = {
  /** In the order in which they are told. */
  readonly changes: readonly Change[]
  /** The subscription that knows about them. */
  readonly subscription: Subscription
}

/**
 * Compares what was told with how things are.
 *
 * @param signals the stored signals, or `undefined` while the vehicle does not answer
 * @param errors the errors that hold now
 */
export function changesOf(
  webhook: Webhook,
  subscription: Subscription,
  signals: readonly StoredSignal[] | undefined,
  errors: VehicleErrors,
): Changes {
  const changes: Change[] = []
  const ended = missingIn(errors, subscription.errors)
  if (ended.length > 0) changes.push({ kind: 'errors', state: 'RESOLVED', errors: ended })
  let { told, isFirstDeliveryDue } = subscription
  if (signals !== undefined) {
    const before = told
    const triggers = signals.filter(({ signal }) => isTrigger(webhook, signal.code))
    told = Object.fromEntries(triggers.map(stored => [stored.signal.code, valueHash(stored)]))
    const updated = triggers.filter(
      ({ signal: { code } }) => before[code] !== undefined && before[code] !== told[code],
    )
    if (isFirstDeliveryDue) {
      changes.push({ kind: 'state', triggers: [{ type: 'FIRST_DELIVERY' }] })
    } else if (updated.length > 0) {
      const type = 'SIGNAL_UPDATED'
      changes.push({ kind: 'state', triggers: updated.map(({ signal }) => ({ type, signal })) })
    }
    isFirstDeliveryDue = false
  }
  const begun = missingIn(subscription.errors, errors)
  if (begun.length > 0) changes.push({ kind: 'errors', state: 'ERROR', errors: begun })
  return { changes, subscription: { ...subscription, told, isFirstDeliveryDue, errors } }
}

/** The signals that a webhook delivers. */
export function deliveredSignals(
  { signals }: Webhook,
  stored: readonly StoredSignal[],
): readonly StoredSignal[] {
  return stored.filter(({ signal }) => signals === undefined || signals.includes(signal.code))
}

function isTrigger({ signals, triggers = signals }: Webhook, code: string): boolean {
  return triggers === undefined || triggers.includes(code)
}

function valueHash({ body, error }: StoredSignal): string {
  return stableHex(JSON.stringify([body, error?.type, error?.code]))
}

function missingIn(errors: VehicleErrors, of: VehicleErrors): readonly VehicleErrorDetail[] {
  return Object.entries(of)
    .filter(([key]) => !Object.hasOwn(errors, key))
    .map(([, error]) => error)
}
