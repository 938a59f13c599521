// A car of version 2 as the page shows it: data only, never a token.

import type { CarName } from './car-name.ts'
import type { Figure } from './figure.ts'

/** One connected car, read live from the provider. */
export type Car = CarName & {
  /** The provider's vehicle id. */
  id: string
  /** Kilometres driven. */
  odometer: Figure<number>
  /** Charge in percent, 0 to 100. */
  charge: Figure<number>
  /** Range in kilometres. */
  range: Figure<number>
  /**
   * Why there are no figures, if the person can do something about it: sign in to this vehicle again
   * (`open({ vehicleId: car.id })`), or connect it again (`open()`).
   */
  trouble?: 'sign_in_again' | 'connect_again'
}

/** The answer of `GET /api/cars` and of `POST /api/code/exchange`. */
export type Cars = {
  /** In the order in which they were connected. */
  cars: Car[]
}
