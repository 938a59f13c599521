// The webhook of a backend: the app's functions, the vehicles of the users, and their open pages.

import { failureOf } from '../reporting/failure.ts'
import type { Report } from '../reporting/reporter.ts'
import type { WebhookEvent } from '../webhook/webhook-event.ts'
import { createWebhookHandler } from '../webhook/webhook-handler.ts'
import type { ConnectBackendOptions } from './backend-options.ts'
import { createFoundVehicles } from './found-vehicles.ts'
import type { LiveUpdate } from './live-updates.ts'
import type { VehicleSettings } from './vehicle-settings.ts'

/**
 * Creates the webhook.
 *
 * What a vehicle's first event adds is there before the app gets the event. What goes wrong beside the
 * app's own function is reported and repeats nothing.
 */
export function createBackendWebhook<T>(
  options: ConnectBackendOptions<T>,
  settings: VehicleSettings,
  report: Report,
): ReturnType<typeof createWebhookHandler> {
  const { store, updates, now } = settings
  const lookAt = createFoundVehicles(settings)

  async function besides(event: WebhookEvent, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (thrown) {
      report({
        type: 'webhook_not_followed',
        eventType: event.type,
        ...failureOf('store.vehiclesOfPerson', thrown, []),
      })
    }
  }

  /** Pages ask for the figures themselves; only whose vehicle it is has to be known. */
  async function tellPages(event: WebhookEvent, type: LiveUpdate['type']): Promise<void> {
    const { userId, vehicle } = event
    if (userId === undefined || vehicle === undefined) return
    for (const { user, vehicleId } of await store.vehiclesOfPerson(userId)) {
      if (vehicleId === vehicle.id) updates.publish(user, { type, vehicleId })
    }
  }

  async function follow(
    event: WebhookEvent,
    call: () => void | Promise<void> | undefined,
    type?: LiveUpdate['type'],
  ): Promise<void> {
    await besides(event, () => lookAt(event))
    await call()
    if (type !== undefined) await besides(event, () => tellPages(event, type))
  }

  return createWebhookHandler({
    managementToken: options.managementToken ?? '',
    store: options.store,
    onVehicleState: event => follow(event, () => options.onVehicleState?.(event), 'signals'),
    onVehicleError: event => follow(event, () => options.onVehicleError?.(event), 'problem'),
    onOtherEvent: event => follow(event, () => options.onOtherEvent?.(event)),
    now,
    ...(options.onEvent && { onEvent: options.onEvent }),
  })
}
