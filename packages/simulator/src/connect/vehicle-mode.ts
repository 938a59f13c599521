// In which mode vehicles are connected.

import type { AuthorizeRequest } from '../memory/attempt.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import type { VehicleMode } from '../world/vehicle.ts'

/** The mode that was asked for, unless the scenario connects vehicles of another. */
export function vehicleModeOf(request: AuthorizeRequest): VehicleMode {
  if (!scenarioNamed(request.scenario).otherMode) return request.mode
  return request.mode === 'live' ? 'simulated' : 'live'
}
