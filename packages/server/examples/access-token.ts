// Anywhere on the server: an access token that works, refreshed when it is due.

import { isVaultError } from 'smartcar-connect-server'
import { vault } from './exchange.ts'

export async function accessTokenOf(user: string, connection: string): Promise<string | undefined> {
  try {
    return await vault.getAccessToken({ user, connection })
  } catch (error) {
    if (isVaultError(error) && error.code === 'needs_reauth') return undefined // connect again
    throw error
  }
}
