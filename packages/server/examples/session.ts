// The endpoint that starts sessions, and an exchange that accepts no others.

import { createExchangeHandler, createSessionHandler } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'
import { vault } from './exchange.ts'
import { userOf } from './user-of.ts'

const { SMARTCAR_CLIENT_ID = '', SMARTCAR_CLIENT_SECRET = '' } = process.env
const { APP_ORIGIN = 'http://localhost:3000', DATABASE_FILE = 'smartcar.db' } = process.env

const shared = {
  clientId: SMARTCAR_CLIENT_ID,
  redirectUri: `${APP_ORIGIN}/smartcar-redirect.html`,
  origins: APP_ORIGIN,
  tokenUrl: process.env.SMARTCAR_TOKEN_URL,
  store: createSqliteStore({ file: DATABASE_FILE }),
  appSession: userOf, // both handlers bind the session to the same login
}

export const session = createSessionHandler({
  ...shared,
  connectUrl: process.env.SMARTCAR_CONNECT_URL, // the simulator in development, else unset
  params: () => ({ scope: ['required:read_vehicle_info', 'read_odometer'] }),
})

export const exchangeInSession = createExchangeHandler({
  ...shared,
  clientSecret: SMARTCAR_CLIENT_SECRET,
  apiUrl: process.env.SMARTCAR_API_URL,
  requireSession: true,
  onTokens: async (tokens, { appSession: user, userId, vehicles }) => {
    await vault.save({ user, connection: userId }, tokens)
    return { vehicles: vehicles.map(({ id }) => id) }
  },
})
