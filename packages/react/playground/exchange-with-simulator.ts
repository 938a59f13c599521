// Does in the page what a backend does: turns the code into tokens, and these into cars.

import { ConnectError, type FullGrant } from '../src/index.ts'
import { applicationAt, redirectUriAt, simulatorPath } from './application.ts'

/** A connected car; without `read_vehicle_info` only its id is known. */
export type Car = { id: string; make?: string; model?: string; year?: number }

/**
 * Gets the cars of a grant. Only for the simulator: a real secret must never be in a page.
 *
 * @throws {ConnectError} `exchange_failed` with the status
 */
export async function exchangeWithSimulator(
  home: URL,
  grant: FullGrant,
  signal: AbortSignal,
): Promise<Car[]> {
  const base = simulatorPath(home)
  const { clientId, clientSecret } = applicationAt(home)
  if (!grant.code) return []

  const tokens = await answer<{ access_token: string }>(`${base}/oauth/token`, {
    signal,
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: grant.code,
      redirect_uri: redirectUriAt(home),
    }),
  })
  const how = { signal, headers: { Authorization: `Bearer ${tokens.access_token}` } }
  const { vehicles } = await answer<{ vehicles: string[] }>(`${base}/v2.0/vehicles`, how)
  function read(id: string) {
    return answer<Car>(`${base}/v2.0/vehicles/${id}`, how)
  }
  return Promise.all(vehicles.map(id => read(id).catch(() => ({ id }))))
}

async function answer<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init)
  if (response.ok) return response.json()
  throw new ConnectError('exchange_failed', { status: response.status })
}
