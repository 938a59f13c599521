// The exchange of codes, the vault for tokens, and the cars of a user.

import { createExchangeHandler, createTokenVault } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'

const { SMARTCAR_CLIENT_ID = '', SMARTCAR_CLIENT_SECRET = '', VAULT_SECRET = '' } = process.env
const { SMARTCAR_SIMULATOR, APP_ORIGIN = '' } = process.env

const store = createSqliteStore({ file: 'smartcar.db' })
const provider = {
  clientId: SMARTCAR_CLIENT_ID,
  clientSecret: SMARTCAR_CLIENT_SECRET,
  simulator: SMARTCAR_SIMULATOR,
  allowSimulatorInProduction: true, // of this example only
}

const vault = createTokenVault({ ...provider, store, keys: [{ kid: '1', secret: VAULT_SECRET }] })

export const exchange = createExchangeHandler({
  ...provider,
  store,
  redirectUri: `${APP_ORIGIN}/api/smartcar/redirect`,
  origins: APP_ORIGIN,
  scope: ['required:read_vehicle_info', 'read_odometer'],
  appSession: request => userOf(request.headers.get('cookie')),
  onTokens: async (tokens, { appSession: user, userId }) => {
    await vault.save({ user, connection: userId }, tokens)
    return carsOf(user) // what the page gets
  },
})

/** Stands for your login: the id in the cookie that `server.ts` gives to everybody. */
export function userOf(cookie?: string | null): string | undefined {
  return /(?:^|; )user=([\w-]{36})/.exec(cookie ?? '')?.[1]
}

export type Car = { id: string; name: string; odometer: string }

export async function carsOf(user: string): Promise<Car[]> {
  const cars: Car[] = []
  for (const { connection, status } of await vault.list({ user })) {
    if (status !== 'active') continue
    const token = await vault.getAccessToken({ user, connection })
    const { vehicles } = await get<{ vehicles: string[] }>('/vehicles', token)
    for (const id of vehicles) {
      const info = await get<Info>(`/vehicles/${id}`, token)
      const odometer = await get<{ distance: number }>(`/vehicles/${id}/odometer`, token)
      const name = `${info.make} ${info.model} ${info.year}`
      cars.push({ id, name, odometer: `${odometer.distance} km` })
    }
  }
  return cars
}

type Info = { make: string; model: string; year: number }

async function get<T>(path: string, token: string): Promise<T> {
  const api = SMARTCAR_SIMULATOR || 'https://api.smartcar.com'
  const headers = { Authorization: `Bearer ${token}` }
  const response = await fetch(`${api}/v2.0${path}`, { headers })
  if (!response.ok) throw new Error(`Smartcar answered ${response.status} for ${path}`)
  return response.json()
}
