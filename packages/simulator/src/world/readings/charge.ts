// What a battery and its charging port report.

import { type Car, isCharging } from '../car.ts'
import { round } from '../round.ts'
import { stableBetween } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** What a battery reports. */
export type BatteryReadings = {
  /** The charge, from 0 to 100. */
  readonly percent: number
  /** The distance that the charge is good for. */
  readonly rangeKm: number
  /** What the battery holds when new. */
  readonly capacityKwh: number
  /** How often it was charged to the very top. */
  readonly fullCharges: number
}

/** A current, as it flows whenever the car charges at home. */
export type Current = {
  /** The power, in kW. */
  readonly powerKw: number
  /** The voltage of each phase, in volts. */
  readonly volts: number
  /** The current of each phase, in amperes. */
  readonly amperes: number
  /** How many phases it has. */
  readonly phases: number
  /** Distance won in an hour of charging. */
  readonly kmAnHour: number
}

/** What the charging port reports. */
export type ChargeReadings = {
  /** Whether the cable is in. */
  readonly isPluggedIn: boolean
  /** The provider’s word for what happens there. */
  readonly state: 'CHARGING' | 'FULLY_CHARGED' | 'NOT_CHARGING'
  /** The charge at which charging ends, from 50 to 100. */
  readonly limitPercent: number
  /** Whether the flap is open. */
  readonly isPortOpen: boolean
  /** The plug: of a battery alone, or of one beside an engine. */
  readonly connector: 'CCS' | 'J1772'
  /** The current that flows if `state` says so, and that flowed last if not. */
  readonly current: Current
  /** What the battery got since the cable last went in, in kWh. */
  readonly energyAddedKwh: number
  /** Minutes until the limit is reached; 0 if nothing flows. */
  readonly minutesLeft: number
}

/** The readings of a battery. */
export function batteryReadings({ vin, drive }: Vehicle, car: Car): BatteryReadings {
  const percent = round(car.batteryPercent, 1)
  return {
    percent,
    rangeKm: round(((percent / 100) * drive.batteryKwh * 100) / drive.kwhPer100Km, 1),
    capacityKwh: drive.batteryKwh,
    fullCharges: Math.floor(stableBetween(`full charges ${vin}`, 0, 20)),
  }
}

/** The readings of a charging port. */
export function chargeReadings(vehicle: Vehicle, car: Car): ChargeReadings {
  const { drive, powertrain } = vehicle
  const charging = isCharging(car)
  const isFull = car.isPluggedIn && car.batteryPercent >= car.chargeLimitPercent
  const missingKwh = ((car.chargeLimitPercent - car.batteryPercent) / 100) * drive.batteryKwh
  return {
    isPluggedIn: car.isPluggedIn,
    state: charging ? 'CHARGING' : isFull ? 'FULLY_CHARGED' : 'NOT_CHARGING',
    limitPercent: car.chargeLimitPercent,
    isPortOpen: car.isChargePortOpen,
    connector: powertrain === 'PHEV' ? 'J1772' : 'CCS',
    current: currentOf(vehicle),
    energyAddedKwh: round(car.energyAddedKwh, 2),
    minutesLeft: charging ? Math.ceil((missingKwh / drive.chargeKw) * 60) : 0,
  }
}

function currentOf({ drive: { chargeKw, kwhPer100Km } }: Vehicle): Current {
  // One phase at home gives 7.4 kW at most.
  const phases = chargeKw > 7.4 ? 3 : 1
  const volts = 230
  return {
    powerKw: chargeKw,
    volts,
    amperes: round((chargeKw * 1000) / (volts * phases), 1),
    phases,
    kmAnHour: round((chargeKw * 100) / kwhPer100Km, 1),
  }
}
