// What a vehicle reports about itself at one instant, in metric units, from its `Car`.

import { activityOf, type Car, isCharging, kmADay, type Place } from './car.ts'
import { stableShare } from './stable-hash.ts'
import type { Vehicle } from './vehicle.ts'

/** What a battery reports. */
export type BatteryReadings = {
  /** The charge, from 0 to 100. */
  readonly percent: number
  /** The distance that the charge is good for. */
  readonly rangeKm: number
  /** What the battery holds when new. */
  readonly capacityKwh: number
}

/** What the charging port reports. The figures of a current that does not flow are 0. */
export type ChargeReadings = {
  /** Whether the cable is in. */
  readonly isPluggedIn: boolean
  /** The provider’s word for what happens there. */
  readonly state: 'CHARGING' | 'FULLY_CHARGED' | 'NOT_CHARGING'
  /** The charge at which charging ends, from 50 to 100. */
  readonly limitPercent: number
  /** Whether the flap is open. */
  readonly isPortOpen: boolean
  /** The power that flows in, in kW. */
  readonly powerKw: number
  /** The voltage of the cable, in volts. */
  readonly volts: number
  /** The current, in amperes. */
  readonly amperes: number
  /** Distance won in an hour of charging. */
  readonly kmAnHour: number
  /** Minutes until the limit is reached. */
  readonly minutesLeft: number
}

/** What a tank and its engine report. */
export type FuelReadings = {
  /** The level, from 0 to 100. */
  readonly percent: number
  /** The litres in it. */
  readonly litres: number
  /** The distance that they are good for. */
  readonly rangeKm: number
  /** The share of the oil's life that is left, from 0 to 100. */
  readonly oilLifePercent: number
}

/** Readings in metric units. A vehicle without a battery or an engine lacks the readings of it. */
export type Readings = {
  /** The distance driven. */
  readonly odometerKm: number
  /** Where it is. */
  readonly place: Place
  /** Degrees clockwise from north. */
  readonly headingDegrees: number
  /** How fast it goes, in km/h. */
  readonly speedKmh: number
  /** The pressures: front left, front right, back left, back right. */
  readonly tiresKpa: readonly [number, number, number, number]
  /** Whether the doors are locked. */
  readonly isLocked: boolean
  /** What the battery reports. */
  readonly battery?: BatteryReadings
  /** What the charging port reports. */
  readonly charge?: ChargeReadings
  /** What the tank and its engine report. */
  readonly fuel?: FuelReadings
}

/** The readings of a car. Places are spread over open sea, where nobody lives. */
export function readingsOf(vehicle: Vehicle, car: Car): Readings {
  const { vin } = vehicle
  const isDriving = activityOf(car) === 'driving'
  // Each car has its places; where it drives between them changes with the kilometres.
  const away = activityOf(car) === 'at-home' ? 0 : isDriving ? 0.05 : 0.1
  return {
    odometerKm: round(car.odometerKm, 2),
    place: {
      latitude: round(between(`latitude ${vin}`, 40, 44) + away, 5),
      longitude: round(between(`longitude ${vin}`, -38, -30) + away, 5),
    },
    headingDegrees: Math.round(between(`heading ${vin}`, 0, 359)),
    speedKmh: isDriving ? round(kmADay(vehicle), 1) : 0,
    tiresKpa: [pressure('fl', vin), pressure('fr', vin), pressure('bl', vin), pressure('br', vin)],
    isLocked: car.isLocked,
    ...(vehicle.drive.batteryKwh > 0 && batteryReadings(vehicle, car)),
    ...(vehicle.drive.tankLitres > 0 && { fuel: fuelReadings(vehicle, car) }),
  }
}

function batteryReadings(
  { drive: { batteryKwh, kwhPer100Km, chargeKw } }: Vehicle,
  car: Car,
): { battery: BatteryReadings; charge: ChargeReadings } {
  const percent = round(car.batteryPercent, 1)
  const charging = isCharging(car)
  const powerKw = charging ? chargeKw : 0
  const volts = car.isPluggedIn ? 230 : 0
  const leftKwh = ((car.chargeLimitPercent - car.batteryPercent) / 100) * batteryKwh
  const isFull = car.isPluggedIn && car.batteryPercent >= car.chargeLimitPercent
  return {
    battery: {
      percent,
      rangeKm: round(((percent / 100) * batteryKwh * 100) / kwhPer100Km, 1),
      capacityKwh: batteryKwh,
    },
    charge: {
      isPluggedIn: car.isPluggedIn,
      state: charging ? 'CHARGING' : isFull ? 'FULLY_CHARGED' : 'NOT_CHARGING',
      limitPercent: car.chargeLimitPercent,
      isPortOpen: car.isChargePortOpen,
      powerKw,
      volts,
      amperes: charging ? round((powerKw * 1000) / volts, 1) : 0,
      kmAnHour: round((powerKw * 100) / kwhPer100Km, 1),
      minutesLeft: charging ? Math.ceil((leftKwh / powerKw) * 60) : 0,
    },
  }
}

function fuelReadings(
  { vin, drive: { tankLitres, litresPer100Km } }: Vehicle,
  car: Car,
): FuelReadings {
  const litres = (car.fuelPercent / 100) * tankLitres
  // The oil is changed every 15,000 km.
  const sinceChange = (car.odometerKm + stableShare(`oil ${vin}`) * 15_000) % 15_000
  return {
    percent: round(car.fuelPercent, 1),
    litres: round(litres, 2),
    rangeKm: round((litres * 100) / litresPer100Km, 1),
    oilLifePercent: Math.round(100 - sinceChange / 150),
  }
}

function pressure(wheel: string, vin: string): number {
  return round(between(`${wheel} ${vin}`, 215, 245), 2)
}

function between(seed: string, from: number, to: number): number {
  return from + stableShare(seed) * (to - from)
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
