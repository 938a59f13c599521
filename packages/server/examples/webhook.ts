// A webhook without a backend: a function from Request to Response, in front of body parsers.

import { createWebhookHandler } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'

const { SMARTCAR_MANAGEMENT_TOKEN = '', DATABASE_FILE = 'smartcar.db' } = process.env

export const charges: Record<string, number> = {}

export const webhook = createWebhookHandler({
  managementToken: SMARTCAR_MANAGEMENT_TOKEN,
  store: createSqliteStore({ file: DATABASE_FILE }), // each event is handled once
  onVehicleState: event => {
    const charge = event.signal('tractionbattery-stateofcharge')
    if (charge?.ok && event.vehicle) charges[event.vehicle.id] = charge.body.value
  },
})
