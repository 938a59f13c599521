// The whole backend of version 3: session, redirect page, exchange and webhook below one path.

import { createConnectBackend } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'
import { userOf } from './user-of.ts' // your login: who sent a Request, or undefined

const {
  SMARTCAR_APPLICATION_ID = '',
  SMARTCAR_CLIENT_ID = '',
  SMARTCAR_CLIENT_SECRET = '',
} = process.env
const { APP_ORIGIN = 'http://localhost:3000', DATABASE_FILE = 'smartcar.db' } = process.env

export const smartcar = createConnectBackend({
  applicationId: SMARTCAR_APPLICATION_ID, // a UUID; the two below are an API credential
  api: { clientId: SMARTCAR_CLIENT_ID, clientSecret: SMARTCAR_CLIENT_SECRET },
  simulator: process.env.SMARTCAR_SIMULATOR, // http://localhost:4010 in development, else unset
  managementToken: process.env.SMARTCAR_MANAGEMENT_TOKEN, // with it there is …/webhook
  origins: APP_ORIGIN,
  user: userOf,
  scope: ['required:read_vehicle_info', 'read_odometer', 'control_security'],
  store: createSqliteStore({ file: DATABASE_FILE }),
})
