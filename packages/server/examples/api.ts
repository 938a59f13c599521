// All of version 3 without a backend. It reaches the cars of everybody: give it no id from a browser.

import { createSmartcarApi } from 'smartcar-connect-server'

const { SMARTCAR_CLIENT_ID = '', SMARTCAR_CLIENT_SECRET = '' } = process.env

const api = createSmartcarApi({
  clientId: SMARTCAR_CLIENT_ID,
  clientSecret: SMARTCAR_CLIENT_SECRET,
  simulator: process.env.SMARTCAR_SIMULATOR,
})

/** Lists who has connected what, page by page: to look at, or to fill a table of yours once. */
export async function connectedPairs(): Promise<{ userId: string; vehicleId: string }[]> {
  const pairs = []
  for await (const { userId, vehicle } of api.connections()) {
    pairs.push({ userId, vehicleId: vehicle.id })
  }
  return pairs
}
