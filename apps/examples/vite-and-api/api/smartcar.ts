// The backend: who may connect, what is asked for, and the cars of a user.

import { createConnectBackend } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'

const { SMARTCAR_APPLICATION_ID = '', SMARTCAR_CLIENT_ID = '' } = process.env
const { SMARTCAR_CLIENT_SECRET = '', SMARTCAR_SIMULATOR, APP_ORIGIN = '' } = process.env

export const smartcar = createConnectBackend({
  applicationId: SMARTCAR_APPLICATION_ID,
  api: { clientId: SMARTCAR_CLIENT_ID, clientSecret: SMARTCAR_CLIENT_SECRET },
  simulator: SMARTCAR_SIMULATOR,
  allowSimulatorInProduction: true, // of this example only
  origins: APP_ORIGIN,
  redirectUri: `${APP_ORIGIN}/smartcar-redirect.html`, // a file of the page’s own site
  user: userOf,
  scope: ['required:read_vehicle_info', 'read_odometer'],
  store: createSqliteStore({ file: 'smartcar.db' }),
  onConnected: ({ user }) => carsOf(user), // what the page gets
})

/** The id in the cookie that `server.ts` gives to everybody. */
export function userOf(request: Request): string | undefined {
  return /(?:^|; )user=([\w-]{36})/.exec(request.headers.get('cookie') ?? '')?.[1]
}

export type Car = { id: string; name: string; odometer: string }

export async function carsOf(user: string): Promise<Car[]> {
  const cars = await smartcar.connections(user)
  return Promise.all(
    cars.map(async ({ id, make, model, year }) => ({
      id,
      name: `${make} ${model} ${year}`,
      odometer: await odometerOf(user, id),
    })),
  )
}

async function odometerOf(user: string, vehicleId: string): Promise<string> {
  try {
    const car = await smartcar.vehicle({ user, vehicleId })
    const odometer = await car.signal('odometer-traveleddistance')
    if (odometer.ok) return `${odometer.body.value} ${odometer.body.unit}`
  } catch (error) {
    console.error(error)
  }
  return 'not known at the moment'
}
