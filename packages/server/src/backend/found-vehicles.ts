// Adds vehicles that appear by themselves under a person who is known (the flag `account_sync`).

import type { Connection } from '../api/resources.ts'
import { scopeProblem } from '../exchange/judge-grant.ts'
import { callApp } from '../reporting/call-app.ts'
import type { WebhookEvent } from '../webhook/webhook-event.ts'
import { linkVehicles } from './link-vehicles.ts'
import type { VehicleSettings } from './vehicle-settings.ts'

const askingMs = 5_000
// A vehicle that does not fit is asked about again after that.
const againMs = 10 * 60_000
const mostRefused = 1000

/**
 * Creates what looks at each event of a webhook.
 *
 * A vehicle is added for the users who are bound to the event's person already, as Smartcar lists it: in
 * the mode of the app, with permissions that the app asks for. An event never binds a person.
 */
export function createFoundVehicles(
  settings: VehicleSettings,
): (event: WebhookEvent) => Promise<void> {
  const { api, store, updates, mode, scope, now } = settings
  const refused = new Map<string, number>()

  async function fitting(userId: string, vehicleId: string): Promise<Connection | undefined> {
    for await (const connection of api.connections({ userId, vehicleId, mode })) {
      const { vehicle, permissions } = connection
      const isIt = connection.userId === userId && vehicle.id === vehicleId
      // Only what a session would accept.
      const wrong = scopeProblem([{ id: vehicle.id, permissions }], scope)
      if (isIt && vehicle.mode === mode && wrong === undefined) return connection
    }
    return undefined
  }

  return async ({ userId, vehicle }) => {
    if (userId === undefined || vehicle === undefined) return
    const rows = await store.vehiclesOfPerson(userId)
    if (rows.length === 0 || rows.some(({ vehicleId }) => vehicleId === vehicle.id)) return
    const key = JSON.stringify([userId, vehicle.id])
    const ageMs = now() - (refused.get(key) ?? Number.NEGATIVE_INFINITY)
    if (ageMs >= 0 && ageMs < againMs) return
    const connection = await callApp(
      'provider.readConnections',
      () => fitting(userId, vehicle.id),
      askingMs,
    )
    if (connection === undefined) {
      if (refused.size >= mostRefused) refused.clear()
      refused.set(key, now())
      return
    }
    for (const user of new Set(rows.map(row => row.user))) {
      await linkVehicles(store, user, [connection], now())
      updates.publish(user, { type: 'connected', vehicleId: vehicle.id })
    }
  }
}
