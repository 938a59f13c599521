// Whose vehicles they are: what is written down, and what the app does with a vehicle of a user.

import type { Connection } from '../api/resources.ts'
import type { SmartcarApi } from '../api/smartcar-api-contract.ts'
import { isSmartcarApiError } from '../api/smartcar-api-error.ts'
import { VehicleAccessError } from '../problems/vehicle-access-error.ts'
import type { StoredVehicle } from '../stores/vehicle-store.ts'
import type { ConnectBackend, UserVehicleRef } from './connect-backend-contract.ts'
import { type ConnectedVehicle, connectedVehicle } from './connected-vehicle.ts'
import { forgetVehicle } from './forget-vehicle.ts'
import { linkVehicles } from './link-vehicles.ts'
import { listConnections } from './list-connections.ts'
import { forgetMissing } from './missing-vehicles.ts'
import { userVehicle } from './user-vehicle.ts'
import type { VehicleSettings } from './vehicle-settings.ts'

/** The vehicles of all users. */
export type UserVehicles = Pick<ConnectBackend, 'vehicle' | 'connections' | 'disconnect'> & {
  /**
   * Writes down what a person of Smartcar's has, after a session proved that it is this user.
   *
   * @param agreedMs when the person had agreed.
   */
  readonly link: (
    user: string,
    smartcarUserId: string,
    connections: readonly Connection[],
    agreedMs: number,
  ) => Promise<void>
  /** Writes down a vehicle that its person signed in to again. */
  readonly renew: (
    user: string,
    connections: readonly Connection[],
    agreedMs: number,
  ) => Promise<void>
  /**
   * Marks the other vehicles of an account as connected, after the person signed in to one of them. A
   * person signs in at the carmaker, so an account is what the person has of one brand. Where it is not,
   * the next call finds out.
   */
  readonly mendAccount: (signedInTo: StoredVehicle, agreedMs: number) => Promise<void>
}

/** Creates the vehicles of all users. */
export function createUserVehicles(settings: VehicleSettings): UserVehicles {
  const { api, store, updates, now } = settings

  async function own({ user, vehicleId }: UserVehicleRef): Promise<StoredVehicle> {
    const stored = await store.readVehicle(user, vehicleId)
    if (stored === undefined) throw new VehicleAccessError('not_connected', vehicleId)
    return stored
  }

  async function connections(user: string): Promise<readonly ConnectedVehicle[]> {
    return (await store.vehiclesOf(user)).map(connectedVehicle)
  }

  async function renew(
    user: string,
    listed: readonly Connection[],
    agreedMs: number,
  ): Promise<void> {
    await linkVehicles(store, user, listed, { nowMs: now(), agreedMs })
    for (const { vehicle } of listed) {
      updates.publish(user, { type: 'connected', vehicleId: vehicle.id })
    }
  }

  async function mendAccount(
    { user, smartcarUserId, make }: StoredVehicle,
    agreedMs: number,
  ): Promise<void> {
    if (make === null) return
    for (const other of await store.vehiclesOf(user)) {
      if (other.smartcarUserId !== smartcarUserId || other.make !== make) continue
      if (other.state !== 'needs_reauth') continue
      const { vehicleId } = other
      // A problem that was told since then stays.
      const marked = await store.markVehicle({ smartcarUserId, vehicleId }, 'connected', agreedMs)
      if (marked > 0) updates.publish(user, { type: 'connected', vehicleId })
    }
  }

  return {
    connections,
    renew,
    mendAccount,
    async link(user, smartcarUserId, listed, agreedMs) {
      await renew(user, listed, agreedMs)
      await forgetMissing(settings, smartcarUserId, listed)
    },
    async vehicle(ref) {
      const stored = await own(ref)
      if (stored.state === 'needs_reauth') {
        throw new VehicleAccessError('needs_reauth', ref.vehicleId)
      }
      return userVehicle(settings, stored)
    },
    async disconnect(ref) {
      const stored = await own(ref)
      const { smartcarUserId, vehicleId } = stored
      await disconnectOnce(api, stored)
      await forgetVehicle(settings, { smartcarUserId, vehicleId }, Number.MAX_SAFE_INTEGER)
    },
  }
}

/**
 * A connection that is gone already is what was wanted. That an address was not found says so only
 * together with the list: a proxy says it too, and the connection would live on unseen.
 */
async function disconnectOnce(
  api: SmartcarApi,
  { connectionId, smartcarUserId: userId, vehicleId, ...stored }: StoredVehicle,
): Promise<void> {
  if (connectionId === null) return
  try {
    await api.disconnect(connectionId)
  } catch (error) {
    if (!isSmartcarApiError(error) || error.status !== 404) throw error
    const mode = stored.mode === 'simulated' ? 'simulated' : 'live'
    const listed = await listConnections(api, { userId, vehicleId, mode })
    if (listed.length > 0) throw error
  }
}
