// What a command makes of a car, or why the car refuses.

import { type Car, type ChargeSchedule, isCharging, type Place } from './car.ts'
import { activityOf } from './day.ts'
import type { Fault } from './fault.ts'
import type { Vehicle } from './vehicle.ts'

/** Something that an application asks a car to do. */
export type CarCommand =
  | { readonly kind: 'start-charge' }
  | { readonly kind: 'stop-charge' }
  | { readonly kind: 'set-charge-limit'; readonly percent: number }
  | { readonly kind: 'open-charge-port' }
  | { readonly kind: 'close-charge-port' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'set-destination'; readonly place: Place }
  | { readonly kind: 'add-schedule'; readonly schedule: ChargeSchedule }
  | { readonly kind: 'remove-schedule'; readonly scheduleId: string }

/** The car after a command, or why it refuses. */
export type CommandResult =
  | { readonly ok: true; readonly car: Car }
  | { readonly ok: false; readonly fault: Fault }

/**
 * Decides about a command. The car is as it is now.
 *
 * A car that answers everything, as simulated cars do, also starts to charge where it is full and
 * stops where it does not charge, as long as the cable is in. The suites of the official SDKs send both at
 * once and expect both to be obeyed.
 */
export function commandCar(vehicle: Vehicle, car: Car, command: CarCommand): CommandResult {
  const needsBattery = !['lock', 'unlock', 'set-destination'].includes(command.kind)
  if (needsBattery && vehicle.drive.batteryKwh === 0) {
    return refuse('COMPATIBILITY', 'VEHICLE_NOT_CAPABLE', 'The vehicle has no battery to charge.')
  }
  const isLenient = vehicle.answersEverything
  switch (command.kind) {
    case 'start-charge':
      if (!car.isPluggedIn) return notPluggedIn
      if (car.batteryPercent >= car.chargeLimitPercent && !isLenient) {
        return refuse('VEHICLE_STATE', 'FULLY_CHARGED', 'The battery is charged up to its limit.')
      }
      return becomes(car, { isChargingStopped: false })
    case 'stop-charge':
      if (!car.isPluggedIn) return notPluggedIn
      if (!isCharging(car) && !isLenient) {
        return refuse('VEHICLE_STATE', 'NOT_CHARGING', 'The vehicle is not charging.')
      }
      return becomes(car, { isChargingStopped: true })
    case 'set-charge-limit':
      return becomes(car, { chargeLimitPercent: command.percent })
    case 'open-charge-port':
      if (activityOf(car) === 'driving') return inMotion
      return becomes(car, { isChargePortOpen: true })
    case 'close-charge-port':
      if (car.isPluggedIn) {
        return refuse('VEHICLE_STATE', 'UNKNOWN', 'The charging cable is in the port.')
      }
      return becomes(car, { isChargePortOpen: false })
    case 'lock':
    case 'unlock':
      if (activityOf(car) === 'driving') return inMotion
      return becomes(car, { isLocked: command.kind === 'lock' })
    case 'set-destination':
      return becomes(car, { destination: command.place })
    case 'add-schedule':
      if (!canSchedule(vehicle, command.schedule.scheduleType)) {
        return refuse(
          'COMPATIBILITY',
          'VEHICLE_NOT_CAPABLE',
          'The vehicle does not take charge schedules of this type.',
        )
      }
      return becomes(car, { schedules: [...car.schedules, command.schedule].slice(-20) })
    case 'remove-schedule':
      if (!car.schedules.some(({ id }) => id === command.scheduleId)) {
        return refuse('RESOURCE_NOT_FOUND', 'SCHEDULE_NOT_FOUND', 'There is no such schedule.')
      }
      return becomes(car, {
        schedules: car.schedules.filter(({ id }) => id !== command.scheduleId),
      })
  }
}

/**
 * Whether a vehicle takes charge schedules of a type: a Tesla takes all, a Volvo daily ones. Nothing
 * is documented for other makes.
 *
 * @see https://smartcar.com/docs/api-reference/charge-schedules/set-daily-charge-schedule
 */
export function canSchedule(
  { brandId, drive }: Vehicle,
  scheduleType: ChargeSchedule['scheduleType'],
): boolean {
  if (drive.batteryKwh === 0) return false
  return brandId === 'TESLA' || (brandId === 'VOLVO' && scheduleType === 'DAILY')
}

const notPluggedIn = refuse(
  'VEHICLE_STATE',
  'CHARGING_PLUG_NOT_CONNECTED',
  'The charging cable is not in the vehicle.',
)

const inMotion = refuse('VEHICLE_STATE', 'IN_MOTION', 'The vehicle is driving.')

function becomes(car: Car, change: Partial<Car>): CommandResult {
  return { ok: true, car: { ...car, ...change } }
}

function refuse(type: Fault['type'], code: string, description: string): CommandResult {
  return { ok: false, fault: { type, code, description } }
}
