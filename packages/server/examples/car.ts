// Anywhere on the server: a user's own car. The id may come from the browser.

import { isVehicleAccessError } from 'smartcar-connect-server'
import { smartcar } from './backend.ts'

export async function odometerOf(user: string, vehicleId: string): Promise<string> {
  try {
    const car = await smartcar.vehicle({ user, vehicleId })
    const odometer = await car.signal('odometer-traveleddistance')
    if (!odometer.ok) return 'not known at the moment' // a failing signal has no current body
    return `${odometer.body.value} ${odometer.body.unit ?? ''}`
  } catch (error) {
    if (isVehicleAccessError(error)) return error.code // not_connected, or needs_reauth
    throw error
  }
}
