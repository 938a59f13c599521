// One vehicle of one user, with what can be done with it.

import type { ChargeSchedule } from '../api/charge-schedule.ts'
import type { CommandArguments, CommandName } from '../api/command-catalogue.ts'
import type { Signal, SignalCode } from '../api/signal.ts'
import type { ChargeScheduleResult, CommandResult, Signals } from '../api/smartcar-api-contract.ts'
import { SmartcarApiError } from '../api/smartcar-api-error.ts'
import { asksForSignIn } from '../problems/asks-for-sign-in.ts'
import type { StoredVehicle } from '../stores/vehicle-store.ts'
import { type ConnectedVehicle, connectedVehicle } from './connected-vehicle.ts'
import { forgetVehicle } from './forget-vehicle.ts'
import type { VehicleSettings } from './vehicle-settings.ts'

/**
 * A vehicle that is known to be this user's. A call that fails rejects with a `SmartcarApiError`, and a
 * mistake in what it is given with a `TypeError`.
 */
export type UserVehicle = {
  /** What is known about it. */
  readonly info: ConnectedVehicle
  /** Every signal, as Smartcar stored it last. It does not wake the car. */
  readonly signals: () => Promise<Signals>
  /**
   * One signal, as Smartcar stored it last. Look at `ok` first. A code that the car has not stored rejects
   * with `SIGNAL_NOT_FOUND`.
   */
  readonly signal: <Code extends SignalCode>(code: Code) => Promise<Signal<Code>>
  /** Sends a command and waits for what comes of it; see `SmartcarApi.command`. */
  readonly command: <Name extends CommandName>(
    name: Name,
    ...attributes: CommandArguments<Name>
  ) => Promise<CommandResult>
  /** Makes a charge schedule; see `SmartcarApi.addChargeSchedule`. */
  readonly addChargeSchedule: (schedule: ChargeSchedule) => Promise<ChargeScheduleResult>
  /** Removes a charge schedule. */
  readonly removeChargeSchedule: (scheduleId: string) => Promise<CommandResult>
}

/**
 * Makes what a user can do with a vehicle. A call that fails because the person has to sign in again, or
 * because the connection is gone, is written down before it rejects.
 */
export function userVehicle(settings: VehicleSettings, stored: StoredVehicle): UserVehicle {
  const { api, store, updates, now } = settings
  const { smartcarUserId, vehicleId } = stored
  const car = { userId: smartcarUserId, vehicleId }

  async function noting<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof SmartcarApiError) await note(error).catch(() => {})
      throw error
    }
  }

  async function note(error: SmartcarApiError): Promise<void> {
    const ids = { smartcarUserId, vehicleId }
    const askedMs = Math.max(now(), stored.stateMs)
    if (asksForSignIn(error)) {
      await store.markVehicle(ids, 'needs_reauth', now())
      updates.publish(stored.user, { type: 'problem', vehicleId })
    }
    // Right after connecting a vehicle is not found either, so the list of connections decides.
    else if (error.status === 404 && error.code === 'VEHICLE_NOT_FOUND' && (await isGone())) {
      await forgetVehicle(settings, ids, askedMs)
    }
  }

  async function isGone(): Promise<boolean> {
    const mode = stored.mode === 'simulated' ? 'simulated' : 'live'
    for await (const _ of api.connections({ ...car, mode })) return false
    return true
  }

  return {
    info: connectedVehicle(stored),
    signals: () => noting(() => api.signals(car)),
    signal: code => noting(() => api.signal(car, code)),
    command: (name, ...attributes) => noting(() => api.command(car, name, ...attributes)),
    addChargeSchedule: schedule => noting(() => api.addChargeSchedule(car, schedule)),
    removeChargeSchedule: id => noting(() => api.removeChargeSchedule(car, id)),
  }
}
