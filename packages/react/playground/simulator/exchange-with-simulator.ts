// Does in the page what a backend does: exchanges the code for tokens, and reads the cars.

import { ConnectError, type FullGrant } from '../../src/index.ts'
import { applicationAt, redirectUriAt, simulatorPath } from './application.ts'

/** A connected car. Without `read_vehicle_info` only its id is known. */
export type Car = {
  /** The vehicle id. */
  readonly id: string
  /** The brand. */
  readonly make?: string
  /** The model. */
  readonly model?: string
  /** The model year. */
  readonly year?: number
}

/**
 * Returns the cars of a grant. Only for the simulator: a real secret must never be in a page.
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

  const tokens = await fetchJson<{ access_token: string }>(`${base}/oauth/token`, {
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
  const { vehicles } = await fetchJson<{ vehicles: string[] }>(`${base}/v2.0/vehicles`, how)
  function read(id: string) {
    return fetchJson<Car>(`${base}/v2.0/vehicles/${id}`, how)
  }
  return Promise.all(vehicles.map(id => read(id).catch(() => ({ id }))))
}

async function fetchJson<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init)
  if (response.ok) return response.json()
  throw new ConnectError('exchange_failed', { status: response.status })
}
