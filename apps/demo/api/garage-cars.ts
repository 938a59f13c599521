// What the demo does with the tokens of a garage: reads its cars, and disconnects them.

import {
  type ConnectionRef,
  isVaultError,
  type Tokens,
  type TokenVault,
} from 'smartcar-connect-server'
import type { Car, Cars } from './car.ts'
import { unnamed } from './car-name.ts'
import { missingFigure } from './figure.ts'
import { type Garage, randomId } from './garage.ts'
import { type VehicleApi, VehicleApiError } from './vehicle-api.ts'

const unknown = missingFigure(undefined)

/** The cars of a garage at the provider. */
export type GarageCars = {
  /** Keeps the tokens of one grant for all of its vehicles. Earlier tokens for them are replaced. */
  add(garage: Garage, tokens: Tokens, vehicleIds: readonly string[]): Promise<void>
  /** Every car with its figures, or with the reason why it has none. */
  readAll(garage: Garage): Promise<Cars>
  /** Disconnects a car at the provider and removes it from the garage. */
  remove(garage: Garage, id: string): Promise<void>
}

/** Creates what works on the cars of every garage, with the tokens in `vault`. */
export function createGarageCars(vault: TokenVault, vehicles: VehicleApi): GarageCars {
  // A token that the provider refuses before its time is refreshed once.
  async function withToken<T>(
    ref: ConnectionRef,
    use: (accessToken: string) => Promise<T>,
  ): Promise<T> {
    const accessToken = await vault.getAccessToken(ref)
    try {
      return await use(accessToken)
    } catch (error) {
      if (!(error instanceof VehicleApiError) || error.status !== 401) throw error
      return use(await vault.getAccessToken(ref, { refused: accessToken }))
    }
  }

  async function readCar({ user, cars }: Garage, id: string): Promise<Car> {
    const { grant, known } = cars.get(id) ?? { grant: '', known: unnamed }
    try {
      const car = await withToken({ user, connection: grant }, accessToken =>
        vehicles.readCar(accessToken, id, known),
      )
      cars.set(id, { grant, known: car })
      return car
    } catch (error) {
      if (!isDead(error)) throw error
      const { make, model, year } = known
      const figures = { odometer: unknown, charge: unknown, range: unknown }
      return { id, make, model, year, ...figures, trouble: 'connect_again' }
    }
  }

  // Tokens that open none of the garage's cars any more are not kept.
  async function removeUnusedTokens({ user, cars }: Garage, grant: string): Promise<void> {
    const isUsed = [...cars.values()].some(car => car.grant === grant)
    if (!isUsed) await vault.remove({ user, connection: grant })
  }

  return {
    async add(garage, tokens, vehicleIds) {
      // One grant has one chain of refresh tokens, however many cars it opens.
      const grant = randomId()
      await vault.save({ user: garage.user, connection: grant }, tokens)
      for (const id of vehicleIds) {
        const replaced = garage.cars.get(id)
        garage.cars.set(id, { grant, known: replaced?.known ?? unnamed })
        if (replaced) await removeUnusedTokens(garage, replaced.grant)
      }
    },
    async readAll(garage) {
      return { cars: await Promise.all([...garage.cars.keys()].map(id => readCar(garage, id))) }
    },
    async remove(garage, id) {
      const grant = garage.cars.get(id)?.grant ?? ''
      const ref = { user: garage.user, connection: grant }
      try {
        await withToken(ref, accessToken => vehicles.disconnect(accessToken, id))
      } catch (error) {
        // Dead tokens open nothing any more, so there is nothing to disconnect.
        if (!isDead(error)) throw error
      }
      garage.cars.delete(id)
      await removeUnusedTokens(garage, grant)
    },
  }
}

function isDead(error: unknown): boolean {
  return isVaultError(error) && error.code === 'needs_reauth'
}
