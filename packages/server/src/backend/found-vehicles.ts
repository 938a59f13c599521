// Adds vehicles that appear by themselves under a person who is known (the flag `account_sync`).

import type { Connection } from '../api/resources.ts'
import { scopeProblem } from '../exchange/judge-grant.ts'
import { callApp } from '../reporting/call-app.ts'
import type { WebhookEvent } from '../webhook/webhook-event.ts'
import { linkVehicles } from './link-vehicles.ts'
import type { VehicleSettings } from './vehicle-settings.ts'

const askingMs = 5_000
// A connection is listed late, by seconds, so within one delivery it is asked for again.
const pausesMs = [500, 1000, 2000]
// A vehicle that does not fit is asked about again after that, one that is not listed with the next delivery.
const againMs = { unfit: 10 * 60_000, not_listed: 20_000 }
const mostRefused = 1000

/** Why a vehicle is not added. */
type Refused = 'unfit' | 'not_listed'

/**
 * Creates what looks at each event of a webhook.
 *
 * A vehicle is added for the users who are bound to the event's person already, as Smartcar lists it: in
 * the mode of the app, with permissions that the app asks for. An event never binds a person.
 */
export function createFoundVehicles(
  settings: VehicleSettings,
): (event: WebhookEvent) => Promise<void> {
  const { api, store, updates, mode, scope, now, sleep } = settings
  /** Until when a vehicle is not asked about. */
  const refused = new Map<string, number>()

  async function find(userId: string, vehicleId: string): Promise<Connection | Refused> {
    let isListed = false
    for await (const connection of api.connections({ userId, vehicleId, mode })) {
      const { vehicle, permissions } = connection
      const isIt = connection.userId === userId && vehicle.id === vehicleId
      // Only what a session would accept.
      const wrong = scopeProblem([{ id: vehicle.id, permissions }], scope)
      if (isIt && vehicle.mode === mode && wrong === undefined) return connection
      isListed ||= isIt
    }
    return isListed ? 'unfit' : 'not_listed'
  }

  async function findWhenListed(userId: string, vehicleId: string): Promise<Connection | Refused> {
    let found = await find(userId, vehicleId)
    for (const pauseMs of pausesMs) {
      if (found !== 'not_listed') break
      await sleep(pauseMs)
      found = await find(userId, vehicleId)
    }
    return found
  }

  return async ({ userId, vehicle }) => {
    if (userId === undefined || vehicle === undefined) return
    const rows = await store.vehiclesOfPerson(userId)
    if (rows.length === 0 || rows.some(({ vehicleId }) => vehicleId === vehicle.id)) return
    const key = JSON.stringify([userId, vehicle.id])
    const waitMs = (refused.get(key) ?? 0) - now()
    if (waitMs > 0 && waitMs <= againMs.unfit) return
    const found = await callApp(
      'provider.readConnections',
      () => findWhenListed(userId, vehicle.id),
      askingMs,
    )
    if (typeof found === 'string') {
      if (refused.size >= mostRefused) refused.clear()
      refused.set(key, now() + againMs[found])
      return
    }
    // Nobody signed in here meanwhile, so what was told about the vehicle since it was connected holds.
    // A date that is still to come is of a clock that is fast, and must not outdate the event.
    const updatedMs = found.updatedAt?.getTime() ?? 0
    const agreedMs = updatedMs > now() ? 0 : updatedMs
    for (const user of new Set(rows.map(row => row.user))) {
      await linkVehicles(store, user, [found], { nowMs: now(), agreedMs })
      updates.publish(user, { type: 'connected', vehicleId: vehicle.id })
    }
  }
}
