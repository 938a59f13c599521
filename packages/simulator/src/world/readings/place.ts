// Where a car is, which way it points and how fast it goes.

import { type Car, kmADay, type Place } from '../car.ts'
import { activityOf, facesHome, wayOf } from '../day.ts'
import { round } from '../round.ts'
import { stableBetween } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** The readings of a place. */
export type PlaceReadings = {
  /** Where it is. */
  readonly place: Place
  /** Whether it stands where its driver lives. */
  readonly isAtHome: boolean
  /** Degrees clockwise from north. */
  readonly headingDegrees: number
  /** How fast it goes, in km/h. */
  readonly speedKmh: number
  /** Whether it is being driven. */
  readonly isDriving: boolean
}

/** How a car is driven. */
export type MotionReadings = {
  readonly gear: 'PARK' | 'DRIVE'
  readonly driveMode: string
}

// About 14 kilometres as the crow flies, which is less than the way by road.
const awayDegrees = 0.13

/** Where a car is. Homes are spread over open sea, where nobody lives. */
export function placeReadings(vehicle: Vehicle, car: Car): PlaceReadings {
  const outwards = Math.round(stableBetween(`heading ${vehicle.vin}`, 0, 359))
  const home = homeOf(vehicle)
  const isDriving = activityOf(car) === 'driving'
  const radians = (outwards / 180) * Math.PI
  const away = wayOf(car) * awayDegrees
  const eastwards = Math.sin(radians) / Math.cos((home.latitude / 180) * Math.PI)
  return {
    place: {
      latitude: round(home.latitude + away * Math.cos(radians), 5),
      longitude: round(home.longitude + away * eastwards, 5),
    },
    isAtHome: activityOf(car) === 'at-home',
    headingDegrees: facesHome(car) ? (outwards + 180) % 360 : outwards,
    // The kilometres of a day are driven in an hour.
    speedKmh: isDriving ? round(kmADay(vehicle), 1) : 0,
    isDriving,
  }
}

/** How a car is driven: forwards, or not at all. */
export function motionReadings(car: Car): MotionReadings {
  return { gear: activityOf(car) === 'driving' ? 'DRIVE' : 'PARK', driveMode: 'Normal' }
}

/** Where the driver of a car lives. */
export function homeOf({ vin }: Vehicle): Place {
  return {
    latitude: round(stableBetween(`latitude ${vin}`, 40, 44), 5),
    longitude: round(stableBetween(`longitude ${vin}`, -38, -30), 5),
  }
}
