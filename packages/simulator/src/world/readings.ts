// What a vehicle reports about itself at one instant, in metric units, from its `Car`.

import type { Car } from './car.ts'
import { tells } from './maker-knowledge.ts'
import {
  type BatteryReadings,
  batteryReadings,
  type ChargeReadings,
  chargeReadings,
} from './readings/charge.ts'
import { type ChargeRecord, chargeRecords } from './readings/charge-records.ts'
import { type ClosureReadings, closureReadings } from './readings/closures.ts'
import {
  type ClimateReadings,
  climateReadings,
  type HvacReadings,
  hvacReadings,
} from './readings/comfort.ts'
import {
  type AccountReadings,
  accountReadings,
  type ConnectivityReadings,
  connectivityReadings,
  type LowVoltageReadings,
  lowVoltageReadings,
  type SurveillanceReadings,
  surveillanceReadings,
} from './readings/connectivity.ts'
import { type DiagnosticReadings, diagnosticReadings } from './readings/diagnostics.ts'
import { type EquipmentReadings, equipmentReadings } from './readings/equipment.ts'
import { type FuelReadings, fuelReadings } from './readings/fuel.ts'
import {
  type MotionReadings,
  motionReadings,
  type PlaceReadings,
  placeReadings,
} from './readings/place.ts'
import { type ServiceRecord, serviceRecords } from './readings/service.ts'
import { type TirePressures, tirePressures } from './readings/tires.ts'
import { round } from './round.ts'
import type { Vehicle } from './vehicle.ts'

/**
 * Readings in metric units. What a car lacks, or its maker does not tell, is left out: ask for it and
 * the vehicle is not capable.
 */
export type Readings = PlaceReadings & {
  /** The distance driven. */
  readonly odometerKm: number
  /** The pressures of the tires. */
  readonly tiresKpa: TirePressures
  /** Whether the doors are locked. */
  readonly isLocked: boolean
  /** What the battery that moves the car reports. */
  readonly battery?: BatteryReadings
  /** What the charging port reports. */
  readonly charge?: ChargeReadings
  /** The charges of the last weeks. */
  readonly chargeRecords?: readonly ChargeRecord[]
  /** What the tank and its engine report. */
  readonly fuel?: FuelReadings
  /** How the car is driven. */
  readonly motion?: MotionReadings
  /** What can be opened. */
  readonly closures?: ClosureReadings
  /** How warm it is. */
  readonly climate?: ClimateReadings
  /** The air conditioning. */
  readonly hvac?: HvacReadings
  /** The battery of the electronics. */
  readonly lowVoltage?: LowVoltageReadings
  /** The software and the link to the maker. */
  readonly connectivity?: ConnectivityReadings
  /** What is wrong. */
  readonly diagnostics?: DiagnosticReadings
  /** The visits to workshops, oldest first. */
  readonly services?: readonly ServiceRecord[]
  /** What watches the parked car. */
  readonly surveillance?: SurveillanceReadings
  /** How the car was ordered. */
  readonly equipment?: EquipmentReadings
  /** What the person may do at the maker. */
  readonly account?: AccountReadings
}

/** The readings of a car. They agree with each other: all follow from the same `Car`. */
export function readingsOf(vehicle: Vehicle, car: Car): Readings {
  const hasBattery = vehicle.drive.batteryKwh > 0
  const fuel = vehicle.drive.tankLitres > 0 ? fuelReadings(vehicle, car) : undefined
  const tiresKpa = tirePressures(vehicle)
  return {
    odometerKm: round(car.odometerKm, 2),
    ...placeReadings(vehicle, car),
    tiresKpa,
    isLocked: car.isLocked,
    ...(hasBattery && {
      battery: batteryReadings(vehicle, car),
      charge: chargeReadings(vehicle, car),
    }),
    ...(hasBattery &&
      tells(vehicle, 'charge-records') && {
        chargeRecords: chargeRecords(vehicle, car),
      }),
    ...(fuel && { fuel }),
    ...(tells(vehicle, 'motion') && { motion: motionReadings(car) }),
    ...(tells(vehicle, 'closures') && { closures: closureReadings(vehicle, car) }),
    ...(tells(vehicle, 'climate') && { climate: climateReadings(vehicle, car) }),
    ...(tells(vehicle, 'hvac') && { hvac: hvacReadings(vehicle, car) }),
    ...(tells(vehicle, 'low-voltage') && { lowVoltage: lowVoltageReadings(vehicle) }),
    ...(tells(vehicle, 'connectivity') && { connectivity: connectivityReadings(vehicle, car) }),
    ...(tells(vehicle, 'diagnostics') && {
      diagnostics: diagnosticReadings(vehicle, car, tiresKpa, fuel?.oilLifePercent),
    }),
    ...(tells(vehicle, 'service') && { services: serviceRecords(vehicle, car) }),
    ...(tells(vehicle, 'surveillance') && { surveillance: surveillanceReadings(vehicle, car) }),
    ...(tells(vehicle, 'equipment') && { equipment: equipmentReadings(vehicle) }),
    ...(tells(vehicle, 'account') && { account: accountReadings }),
  }
}
