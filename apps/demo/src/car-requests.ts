// The page's requests to its own backend, apart from the exchange.

import type { Car, Cars } from '../api/car.ts'

/**
 * The connected cars.
 *
 * @throws {Error} with a sentence for the person
 */
export async function fetchCars(signal: AbortSignal): Promise<readonly Car[]> {
  const response = await send('/api/cars', { signal })
  const body = (await response.json().catch(() => undefined)) as Cars | undefined
  if (!Array.isArray(body?.cars)) throw new Error('The answer made no sense. Try again.')
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

async function send(
  path: string,
  init: RequestInit,
  accepted: readonly number[] = [],
): Promise<Response> {
  const response = await fetch(path, init).catch(() => {
    throw new Error('We couldn’t reach the server. Check your connection, then try again.')
  })
  if (response.ok || accepted.includes(response.status)) return response
  throw new Error((await problemDetail(response)) ?? 'The server has a problem. Try again.')
}

// A problem document. @see https://www.rfc-editor.org/rfc/rfc9457
async function problemDetail(response: Response): Promise<string | undefined> {
  if (response.headers.get('Content-Type') !== 'application/problem+json') return undefined
  const { detail }: { detail?: unknown } = await response.json().catch(() => ({}))
  return typeof detail === 'string' ? detail : undefined
}
