// Why a vehicle does not answer: the scenario says so, or the person must sign in again.

import type { Connection } from '../memory/state.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import type { Fault } from '../world/fault.ts'
import { applicationRateLimited, requestLimit } from './limits.ts'

/** What a vehicle answers with instead of its data, if anything. */
export function vehicleFault(
  scenarioName: string,
  connection: Connection | undefined,
): Fault | undefined {
  if (connection?.needsReauthentication) {
    const query = new URLSearchParams({
      response_type: 'vehicle_id',
      application_id: connection.clientId,
      vehicle_id: connection.vehicleId,
    })
    return {
      type: 'CONNECTED_SERVICES_ACCOUNT',
      code: 'AUTHENTICATION_FAILED',
      description: 'The person has to sign in to their account again.',
      resolution: {
        type: 'REAUTHENTICATE',
        url: `https://connect.smartcar.com/oauth/reauthenticate?${query}`,
      },
    }
  }
  switch (scenarioNamed(scenarioName).vehicle) {
    case 'asleep':
      return {
        type: 'VEHICLE_STATE',
        code: 'ASLEEP',
        description: 'The vehicle is asleep and cannot be reached.',
        resolution: { type: 'RETRY_LATER' },
      }
    case 'rate-limited':
      return {
        type: 'RATE_LIMIT',
        code: 'VEHICLE',
        description: 'The vehicle was asked too often.',
        resolution: { type: 'RETRY_LATER' },
        retryAfterSeconds: 60,
      }
    case 'application-rate-limited':
      return applicationRateLimited(60)
    case 'plan-exhausted':
      return requestLimit
    case 'server-error':
      return {
        type: 'SERVER',
        code: 'INTERNAL',
        description: 'Something went wrong at the provider.',
        resolution: { type: 'RETRY_LATER' },
      }
    case 'upstream-down':
      return {
        type: 'UPSTREAM',
        code: 'NO_RESPONSE',
        description: 'The car maker did not answer.',
        resolution: { type: 'RETRY_LATER' },
      }
    default:
      return undefined
  }
}
