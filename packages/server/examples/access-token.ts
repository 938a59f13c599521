// Anywhere on the server: a call for a car. Its token is refreshed when it is due, or was refused.

import { isVaultError } from 'smartcar-connect-server'
import { vault } from './exchange.ts'

const api = process.env.SMARTCAR_API_URL ?? 'https://api.smartcar.com'

/** `connection` is the user id that `onTokens` got; `vault.list({ user })` names those of a user. */
export async function askSmartcar(
  user: string,
  connection: string,
  path: string, // such as 'vehicles', or `vehicles/${id}/odometer`
): Promise<Response | undefined> {
  function ask(accessToken: string): Promise<Response> {
    return fetch(`${api}/v2.0/${path}`, { headers: { authorization: `Bearer ${accessToken}` } })
  }
  try {
    const accessToken = await vault.getAccessToken({ user, connection })
    const response = await ask(accessToken)
    if (response.status !== 401) return response
    return ask(await vault.getAccessToken({ user, connection }, { refused: accessToken }))
  } catch (error) {
    if (isVaultError(error) && error.code === 'needs_reauth') return undefined // connect again
    throw error
  }
}
