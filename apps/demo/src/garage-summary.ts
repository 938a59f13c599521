// One line about the garage, below its heading.

import type { GarageState } from './use-garage.ts'

/** How many cars are in the garage, or what to do when there are none. */
export function garageSummary(garage: GarageState<unknown>): string {
  if (garage.status === 'loading') return 'Looking for your cars.'
  if (garage.status === 'failed') return 'We can’t see your cars right now.'
  const { length } = garage.cars
  if (length === 0) return 'Connect a car to see its odometer, battery and range.'
  return length === 1 ? '1 car connected' : `${length} cars connected`
}
