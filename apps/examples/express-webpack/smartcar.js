// The backend: who may connect, what is asked for, and the cars of a user.

import { createConnectBackend } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'

const { SMARTCAR_APPLICATION_ID, SMARTCAR_CLIENT_ID, SMARTCAR_CLIENT_SECRET } = process.env

export const smartcar = createConnectBackend({
  applicationId: SMARTCAR_APPLICATION_ID,
  api: { clientId: SMARTCAR_CLIENT_ID, clientSecret: SMARTCAR_CLIENT_SECRET },
  simulator: process.env.SMARTCAR_SIMULATOR,
  allowSimulatorInProduction: true, // of this example only
  origins: process.env.APP_ORIGIN,
  user: request => userOf(request.headers.get('cookie')),
  scope: ['required:read_vehicle_info', 'read_odometer'],
  store: createSqliteStore({ file: 'smartcar.db' }),
  onConnected: ({ user }) => carsOf(user), // what the page gets
})

/** Stands for your login: the id in the cookie that `server.js` gives to everybody. */
export function userOf(cookie) {
  return /(?:^|; )user=([\w-]{36})/.exec(cookie ?? '')?.[1]
}

export async function carsOf(user) {
  const cars = await smartcar.connections(user)
  return Promise.all(
    cars.map(async ({ id, make, model, year }) => ({
      id,
      name: `${make} ${model} ${year}`,
      odometer: await odometerOf(user, id),
    })),
  )
}

async function odometerOf(user, vehicleId) {
  try {
    const car = await smartcar.vehicle({ user, vehicleId })
    const odometer = await car.signal('odometer-traveleddistance')
    if (odometer.ok) return `${odometer.body.value} ${odometer.body.unit}`
  } catch (error) {
    console.error(error)
  }
  return 'not known at the moment'
}
