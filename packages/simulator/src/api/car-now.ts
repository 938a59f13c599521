// Brings the car of a vehicle up to now, and lets commands change it.

import type { Simulation } from '../http/context.ts'
import { remember } from '../memory/remember.ts'
import { type Car, carAt, newCar } from '../world/car.ts'
import { type CarCommand, commandCar } from '../world/car-commands.ts'
import type { Fault } from '../world/fault.ts'
import type { Vehicle } from '../world/vehicle.ts'

/** The car of a vehicle as it is now, by the simulator's clock. It is remembered. */
export function carNow({ state, now }: Simulation, vehicleId: string, vehicle: Vehicle): Car {
  const earlier = state.cars.get(vehicleId)
  const moved = earlier ? carAt(vehicle, earlier, now()) : newCar(vehicle, now())
  // Where the clock went back, the fetched car may have driven a day that this one was not asked about.
  const fetchedKm = state.fetchedCars.get(vehicleId)?.odometerKm ?? 0
  const car = { ...moved, odometerKm: Math.max(moved.odometerKm, fetchedKm) }
  remember(state, 'cars', vehicleId, car)
  return car
}

/** Gives a command to the car of a vehicle. Returns why it refuses, or nothing if it obeyed. */
export function sendCommand(
  simulation: Simulation,
  vehicleId: string,
  vehicle: Vehicle,
  command: CarCommand,
): Fault | undefined {
  const result = commandCar(vehicle, carNow(simulation, vehicleId, vehicle), command)
  if (!result.ok) return result.fault
  remember(simulation.state, 'cars', vehicleId, result.car)
  // The provider looks at the car right after a command.
  remember(simulation.state, 'fetchedCars', vehicleId, result.car)
  return undefined
}
