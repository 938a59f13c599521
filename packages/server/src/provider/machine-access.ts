// The configured way to version 3.

import type { Sleep } from '../timing/deadline.ts'
import type { ProviderApi } from './get-json.ts'
import { openMachineToken, type RenewableToken } from './machine-token.ts'
import type { Fetch } from './provider-fetch.ts'
import { providerAddress } from './provider-url.ts'
import type { SimulatorOptions } from './simulator-option.ts'

/** Credentials of version 3, for calls as the application itself. */
export type MachineCredentials = {
  /** The id of the API credential, `client_…`. */
  clientId: string
  /** The secret of the API credential. */
  clientSecret: string
  /** The token endpoint of version 3. @default 'https://iam.smartcar.com/oauth2/token' */
  iamUrl?: string | undefined
  /** The vehicle API of version 3. @default 'https://vehicle.api.smartcar.com' */
  apiUrl?: string | undefined
}

const usual = { provider: 'https://vehicle.api.smartcar.com', simulator: '/' }

/** The way to version 3 as the application itself. */
export type MachineAccess = {
  /** The source of the application's token. */
  token: RenewableToken
  /** Where the token is used. */
  api: ProviderApi
  /** Waits until a new connection is asked for again; a timer unless given. */
  sleep?: Sleep | undefined
}

/**
 * Checks the credentials of version 3.
 *
 * @throws {TypeError} naming the option.
 */
export function machineAccess(
  machine: MachineCredentials,
  fetch: Fetch,
  now: () => number,
  sleep: Sleep | undefined,
  { simulator, allowSimulatorInProduction }: SimulatorOptions,
): MachineAccess {
  const options = { simulator, allowSimulatorInProduction }
  return {
    token: openMachineToken({ ...machine, ...options, fetch, now }),
    api: { url: providerAddress('machine.apiUrl', machine.apiUrl, usual, options), fetch },
    sleep,
  }
}
