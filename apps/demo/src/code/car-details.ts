// A car of version 2 as the library's components know cars.

import type { ReconnectCar } from 'smartcar-connect-react'
import type { Car } from '../../api/car.ts'

/** What is known of the car. */
export function detailsOf({ id, make, model, year, trouble }: Car): ReconnectCar {
  return {
    id,
    make: make || undefined,
    model: model || undefined,
    year: year || undefined,
    state: trouble === 'sign_in_again' ? 'needs_reauth' : 'connected',
  }
}
