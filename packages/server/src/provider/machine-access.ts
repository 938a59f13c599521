// The configured way to version 3.
import type { MachineCredentials } from '../exchange/exchange-options.ts'
import { required } from '../options/required.ts'
import { createMachineToken, type MachineToken } from './machine-token.ts'
import type { ProviderApi } from './provider-api.ts'
import type { Fetch } from './provider-fetch.ts'
import { providerUrl } from './provider-url.ts'

/**
 * The way to version 3 as the application itself, if it has credentials.
 *
 * @throws {TypeError} naming the option.
 */
export function machineAccess(
  { machine, now }: { machine?: MachineCredentials; now?: () => number },
  fetch: Fetch,
): { token: MachineToken; api: ProviderApi } | undefined {
  return (
    machine && {
      token: createMachineToken({
        ...machine,
        clientId: required('machine.clientId', machine.clientId),
        clientSecret: required('machine.clientSecret', machine.clientSecret),
        fetch,
        ...(now && { now }),
      }),
      api: {
        url: providerUrl('machine.apiUrl', machine.apiUrl ?? 'https://vehicle.api.smartcar.com'),
        fetch,
      },
    }
  )
}
