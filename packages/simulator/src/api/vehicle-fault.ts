// Why a vehicle does not answer: the scenario says so, or the person must sign in again.

import type { Connection } from '../memory/state.ts'
import type { Scenario, VehicleFault } from '../scenarios/scenario.ts'
import type { Fault } from '../world/fault.ts'
import { applicationRateLimited, requestLimit } from './limits.ts'

/** The vehicle sleeps. */
export const asleep: Fault = {
  type: 'VEHICLE_STATE',
  code: 'ASLEEP',
  description: 'The vehicle is asleep and cannot be reached.',
  resolution: { type: 'RETRY_LATER' },
}

/** What a vehicle answers with instead of its data, if anything. */
export function vehicleFault(
  { vehicle }: Scenario,
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
  return vehicle === undefined ? undefined : vehicleFaults[vehicle]
}

const vehicleFaults: Readonly<Record<VehicleFault, Fault | undefined>> = {
  asleep,
  'rate-limited': {
    type: 'RATE_LIMIT',
    code: 'VEHICLE',
    description: 'The vehicle was asked too often.',
    resolution: { type: 'RETRY_LATER' },
    retryAfterSeconds: 60,
  },
  'application-rate-limited': applicationRateLimited(60),
  'plan-exhausted': requestLimit,
  'server-error': {
    type: 'SERVER',
    code: 'INTERNAL',
    description: 'Something went wrong at the provider.',
    resolution: { type: 'RETRY_LATER' },
  },
  'upstream-down': {
    type: 'UPSTREAM',
    code: 'NO_RESPONSE',
    description: 'The car maker did not answer.',
    resolution: { type: 'RETRY_LATER' },
  },
  // The connection knows whether that has been done.
  'needs-reauthentication': undefined,
}
