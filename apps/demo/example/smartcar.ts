// The backend of the button, below /api/smartcar.

import { createConnectBackend } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'
import { userIdOf } from './login.ts'

export const smartcar = createConnectBackend({
  applicationId: process.env.SMARTCAR_APPLICATION_ID ?? '',
  api: {
    clientId: process.env.SMARTCAR_CLIENT_ID ?? '',
    clientSecret: process.env.SMARTCAR_CLIENT_SECRET ?? '',
  },
  origins: 'https://app.example',
  user: userIdOf,
  scope: ['required:read_vehicle_info', 'read_odometer'],
  store: createSqliteStore({ file: 'smartcar.db' }),
})
