// The page's requests to its own backend in version 3, apart from the exchange.

import type { CommandOutcome, LiveCar, LiveCars, LiveCommand } from '../api/live-car.ts'
import { send } from './send.ts'

const guarded = { 'Content-Type': 'application/json', 'X-Smartcar-Connect': '1' }

/**
 * The connected cars with their figures.
 *
 * @throws {Error} with a sentence for the person
 */
export async function fetchLiveCars(signal: AbortSignal): Promise<readonly LiveCar[]> {
  const response = await send('/api/live-cars', { signal })
  const { cars }: LiveCars = await response.json()
  return cars
}

/**
 * One car as it is now; `null` for one that is connected no more.
 *
 * @throws {Error} with a sentence for the person
 */
export async function fetchLiveCar(id: string): Promise<LiveCar | null> {
  const response = await send(`/api/live-cars/${encodeURIComponent(id)}`, {}, [404])
  return response.ok ? response.json() : null
}

/**
 * Disconnects a car.
 *
 * @throws {Error} with a sentence for the person
 */
export async function removeLiveCar(id: string): Promise<void> {
  const body = JSON.stringify({ vehicleId: id })
  await send('/api/smartcar/disconnect', { method: 'POST', headers: guarded, body })
}

/**
 * Sends a command and waits for what comes of it, minutes if it must.
 *
 * @throws {Error} with a sentence for the person
 */
export async function sendCommand(id: string, command: LiveCommand): Promise<CommandOutcome> {
  const path = `/api/live-cars/${encodeURIComponent(id)}/commands`
  const body = JSON.stringify({ command })
  const response = await send(path, { method: 'POST', headers: guarded, body })
  return response.json()
}
