// The car of a vehicle as the provider fetched it last: what its store of signals is made of.

import type { Simulation } from '../http/context.ts'
import { remember } from '../memory/remember.ts'
import type { Connection } from '../memory/state.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import { type Car, carAt } from '../world/car.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { carNow } from './car-now.ts'
import { isSubscribed } from './is-subscribed.ts'
import { vehicleFault } from './vehicle-fault.ts'

const dayMs = 24 * 3_600_000
// The provider tells “about once a day”; how often a watched vehicle is fetched is approximate.
const watchedMs = 5 * 60_000

/** How often a vehicle is fetched, in milliseconds; `Infinity` while it cannot be reached. */
export function fetchedEveryMs(isReachable: boolean, isWatched: boolean): number {
  if (!isReachable) return Number.POSITIVE_INFINITY
  return isWatched ? watchedMs : dayMs
}

/** When a vehicle was fetched last, of which one earlier fetch is known. */
export function lastFetchMs(earlierMs: number, nowMs: number, everyMs: number): number {
  if (nowMs - earlierMs < everyMs) return Math.min(earlierMs, nowMs)
  return earlierMs + Math.floor((nowMs - earlierMs) / everyMs) * everyMs
}

/** Fetches a car now, as the provider does right after connecting. */
export function fetchCar(simulation: Simulation, vehicleId: string, vehicle: Vehicle): Car {
  const car = carNow(simulation, vehicleId, vehicle)
  remember(simulation.state, 'fetchedCars', vehicleId, car)
  return car
}

/** The car of a connection as it was when it was fetched last. Its `atMs` is the time of that. */
export function fetchedCar(simulation: Simulation, connection: Connection, vehicle: Vehicle): Car {
  const { state, now } = simulation
  const { vehicleId, scenario } = connection
  const earlier = state.fetchedCars.get(vehicleId)
  if (earlier === undefined) return fetchCar(simulation, vehicleId, vehicle)
  const isReachable = vehicleFault(scenarioOf(scenario, state.scenario), connection) === undefined
  const everyMs = fetchedEveryMs(isReachable, isSubscribed(state, connection))
  const car = carAt(vehicle, earlier, lastFetchMs(earlier.atMs, now(), everyMs))
  remember(state, 'fetchedCars', vehicleId, car)
  return car
}
