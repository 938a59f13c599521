// Subscribing vehicles to webhooks, and ending it.

import { randomUuid } from '../world/random-id.ts'
import { remember } from './remember.ts'
import type { Connection, State } from './state.ts'
import type { Subscription, Webhook } from './webhook.ts'

/** What names a subscription: which vehicle of which user at which webhook. */
export type SubscriptionKey = Pick<Subscription, 'webhookId' | 'userId' | 'vehicleId'>

/** The subscription of a vehicle to a webhook, if there is one. */
export function findSubscription(state: State, key: SubscriptionKey): Subscription | undefined {
  return state.subscriptions.get(keyOf(key))
}

/** Subscribes a vehicle to a webhook. One that was subscribed before begins anew. */
export function subscribe(state: State, key: SubscriptionKey, nowMs: number): Subscription {
  const { webhookId, userId, vehicleId } = key
  const subscription: Subscription = {
    id: randomUuid(),
    webhookId,
    userId,
    vehicleId,
    createdAtMs: nowMs,
    isFirstDeliveryDue: true,
    told: {},
    errors: {},
  }
  remember(state, 'subscriptions', keyOf(key), subscription)
  return subscription
}

/** Subscribes a vehicle that was just connected, where the application's webhooks want that. */
export function subscribeConnected(state: State, connection: Connection, nowMs: number): void {
  const { clientId, userId, vehicleId } = connection
  for (const webhook of state.webhooks.values()) {
    const key = { webhookId: webhook.id, userId, vehicleId }
    if (webhook.clientId !== clientId || !webhook.autoSubscribe) continue
    if (findSubscription(state, key) === undefined) subscribe(state, key, nowMs)
  }
}

/** Ends a subscription. Nothing of it is delivered any more. */
export function unsubscribe(state: State, key: SubscriptionKey): void {
  state.subscriptions.delete(keyOf(key))
  forgetPending(
    state,
    // Another user may have the same vehicle.
    ({ webhookId, userId, vehicleId }) =>
      webhookId === key.webhookId && userId === key.userId && vehicleId === key.vehicleId,
  )
}

/** Ends the subscriptions of a vehicle whose connection ended. */
export function unsubscribeConnection(state: State, { userId, vehicleId }: Connection): void {
  for (const subscription of state.subscriptions.values()) {
    if (subscription.userId === userId && subscription.vehicleId === vehicleId) {
      unsubscribe(state, subscription)
    }
  }
}

/** Forgets a webhook with its subscriptions. */
export function removeWebhook(state: State, webhookId: string): void {
  state.webhooks.delete(webhookId)
  for (const [key, subscription] of state.subscriptions) {
    if (subscription.webhookId === webhookId) state.subscriptions.delete(key)
  }
  forgetPending(state, pending => pending.webhookId === webhookId)
}

/** Has everything told anew by a webhook: it was disabled or could not be reached before. */
export function beginAnew(state: State, webhookId: string): void {
  forgetPending(state, pending => pending.webhookId === webhookId)
  for (const [key, subscription] of state.subscriptions) {
    if (subscription.webhookId !== webhookId) continue
    const anew = { ...subscription, isFirstDeliveryDue: true, told: {}, errors: {} }
    state.subscriptions.set(key, anew)
  }
}

/** Whether a webhook watches vehicles: it is enabled, and its receiver proved itself. */
export function isWatching({ isEnabled, verification }: Webhook): boolean {
  return isEnabled && verification === 'verified'
}

/** Puts a subscription in the place of its earlier self, and at the end of all of them. */
export function updateSubscription(state: State, subscription: Subscription): void {
  remember(state, 'subscriptions', keyOf(subscription), subscription)
}

function keyOf({ webhookId, userId, vehicleId }: SubscriptionKey): string {
  return `${webhookId} ${userId} ${vehicleId}`
}

function forgetPending(state: State, isForgotten: (pending: SubscriptionKey) => boolean): void {
  for (const [key, pending] of state.pendingDeliveries) {
    if (isForgotten(pending)) state.pendingDeliveries.delete(key)
  }
}
