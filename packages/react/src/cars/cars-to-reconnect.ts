// Which cars a person has to sign in to again, and how often.

import { brandName } from './car-name.ts'
import type { CarDetails } from './use-connected-car.ts'

/** A car that may ask for a new sign-in. `id` is Smartcar's id of the vehicle. */
export type ReconnectCar = CarDetails & { readonly id: string }

/** Cars that one sign-in is for. */
export type ReconnectAccount = {
  /** Tells this account from others. */
  readonly key: string
  /** The brand, as people write it; `''` where it is not known. */
  readonly brand: string
  /** The cars, of which there is at least one. */
  readonly cars: readonly [ReconnectCar, ...ReconnectCar[]]
  /**
   * Called by `useReconnect` when a person begins to sign in, and when that has ended. Comes from
   * `useReconnectAccounts`.
   *
   * @default nobody is told
   */
  readonly onBusy?: ((isBusy: boolean) => void) | undefined
}

/**
 * The cars that ask for a new sign-in, by account. A person signs in at the carmaker, so cars of one
 * brand are taken for cars of one account; a car of an unknown brand stands for itself. A component that
 * signs in takes `useReconnectAccounts`, which keeps an account until that has ended.
 *
 * @returns the accounts, in the order of their first cars
 *
 * @example
 * carsToReconnect(cars).map(({ brand }) => brand) // ['Kia']
 */
export function carsToReconnect(cars: readonly ReconnectCar[]): readonly ReconnectAccount[] {
  const accounts = new Map<string, ReconnectAccount>()
  for (const car of cars) {
    if (car.state !== 'needs_reauth') continue
    const brand = car.make ? brandName(car.make) : ''
    const key = brand || car.id
    const known = accounts.get(key)
    accounts.set(key, { key, brand, cars: known ? [...known.cars, car] : [car] })
  }
  return [...accounts.values()]
}
