// The endpoint that the hook posts to: checks, exchanges, and keeps the tokens in SQLite.

import { createExchangeHandler, createTokenVault } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'
import { userOf } from './user-of.ts' // your login: who sent a Request, or undefined

const { SMARTCAR_CLIENT_ID = '', SMARTCAR_CLIENT_SECRET = '', VAULT_SECRET = '' } = process.env
const { APP_ORIGIN = 'http://localhost:3000', DATABASE_FILE = 'smartcar.db' } = process.env

const store = createSqliteStore({ file: DATABASE_FILE })
const provider = {
  clientId: SMARTCAR_CLIENT_ID,
  clientSecret: SMARTCAR_CLIENT_SECRET,
  tokenUrl: process.env.SMARTCAR_TOKEN_URL, // the simulator in development, else unset
  apiUrl: process.env.SMARTCAR_API_URL,
}

export const vault = createTokenVault({
  ...provider,
  store,
  keys: [{ kid: '2026', secret: VAULT_SECRET }],
})

export const exchange = createExchangeHandler({
  ...provider,
  store,
  redirectUri: `${APP_ORIGIN}/smartcar-redirect.html`,
  origins: APP_ORIGIN,
  scope: ['required:read_vehicle_info', 'read_odometer'],
  appSession: userOf,
  onTokens: async (tokens, { appSession: user, userId, vehicles }) => {
    await vault.save({ user, connection: userId }, tokens)
    return { vehicles: vehicles.map(({ id }) => id) } // all that the browser sees
  },
})
