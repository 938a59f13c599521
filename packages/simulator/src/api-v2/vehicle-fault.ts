// Why a vehicle does not answer: the scenario says so, or the person must sign in again.

import { providerError } from '../http/provider-error.ts'
import type { Connection } from '../memory/state.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'

/** The error that a vehicle answers with instead of its data, if any. */
export function vehicleFault(
  scenarioName: string,
  connection: Connection | undefined,
): Response | undefined {
  if (connection?.needsReauthentication) {
    const query = new URLSearchParams({
      response_type: 'vehicle_id',
      application_id: connection.clientId,
      vehicle_id: connection.vehicleId,
    })
    return providerError('CONNECTED_SERVICES_ACCOUNT', {
      code: 'AUTHENTICATION_FAILED',
      description: 'The person has to sign in to their account again.',
      resolution: {
        type: 'REAUTHENTICATE',
        url: `https://connect.smartcar.com/oauth/reauthenticate?${query}`,
      },
    })
  }
  switch (scenarioNamed(scenarioName).vehicle) {
    case 'asleep':
      return providerError('VEHICLE_STATE', {
        code: 'ASLEEP',
        description: 'The vehicle is asleep and cannot be reached.',
        resolution: { type: 'RETRY_LATER' },
      })
    case 'rate-limited':
      return providerError('RATE_LIMIT', {
        code: 'VEHICLE',
        description: 'The vehicle was asked too often.',
        resolution: { type: 'RETRY_LATER' },
        retryAfterSeconds: 60,
      })
    case 'upstream-down':
      return providerError('UPSTREAM', {
        code: 'NO_RESPONSE',
        description: 'The car maker did not answer.',
        resolution: { type: 'RETRY_LATER' },
      })
    default:
      return undefined
  }
}
