// The signals of where a car is and how it is driven, and of its wheels.

import { quantity, type Signal, signalsOf, value } from './signal.ts'

const directions = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const

/** The signals of the groups Location, Motion, Odometer, Transmission and Wheel. */
export const drivingSignals: readonly Signal[] = [
  ...signalsOf('Location', 'read_location', {
    IsAtHome: ({ readings }) => value(readings.isAtHome),
    PreciseLocation: ({ readings: { place, headingDegrees, isDriving } }) => ({
      ...place,
      heading: headingDegrees,
      direction: directions[Math.round(headingDegrees / 45) % directions.length],
      locationType: isDriving ? 'CURRENT' : 'LAST_PARKED',
    }),
  }),
  ...signalsOf('Motion', 'read_speedometer', {
    // The documentation spells it so; the recorded charge rate has km/h.
    CurrentSpeed: ({ readings: { motion, speedKmh } }) => motion && quantity(speedKmh, 'kph'),
  }),
  ...signalsOf('Odometer', 'read_odometer', {
    TraveledDistance: ({ readings }) => quantity(readings.odometerKm, 'km'),
  }),
  // Which permission these two need is a guess, and so are the names of modes.
  ...signalsOf('Transmission', 'read_extended_vehicle_info', {
    DriveMode: ({ readings: { motion } }) =>
      motion && { canonical: motion.driveMode.toUpperCase(), oemDisplayName: motion.driveMode },
    GearState: ({ readings: { motion } }) => value(motion?.gear),
  }),
  ...signalsOf('Wheel', 'read_tires', {
    // The recorded numbers are near 258 although the unit says bar; so are these.
    Tires: ({ readings: { tiresKpa } }) => ({
      values: tiresKpa.map((tirePressure, at) => ({
        row: Math.floor(at / 2),
        column: at % 2,
        tirePressure,
      })),
      rowCount: 2,
      columnCount: 2,
      unit: 'bar',
    }),
  }),
  // The permission is a guess.
  ...signalsOf('Wheel', 'read_extended_vehicle_info', {
    Style: ({ readings }) => value(readings.equipment?.wheels),
  }),
]
