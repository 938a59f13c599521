// The page's requests to its own backend, in version 2, apart from the exchange.

import type { Car, Cars } from '../../api/car.ts'
import { send } from '../page/send.ts'

/**
 * The connected cars.
 *
 * @throws {Error} with a sentence for the person
 */
export async function fetchCars(signal: AbortSignal): Promise<readonly Car[]> {
  const response = await send('/api/cars', { signal })
  const body = (await response.json().catch(() => undefined)) as Cars | undefined
  if (!Array.isArray(body?.cars)) throw new Error('The server’s answer made no sense.')
  return body.cars
}

/**
 * Disconnects a car; a car that is already gone counts as done.
 *
 * @throws {Error} with a sentence for the person
 */
export async function removeCar(id: string): Promise<void> {
  await send(`/api/cars/${encodeURIComponent(id)}`, { method: 'DELETE' }, [404])
}
