// The provider's limits, for scenarios that ask for them: calls of an application, and of a vehicle.

import type { Simulation } from '../http/context.ts'
import { remember } from '../memory/remember.ts'
import type { Connection } from '../memory/state.ts'
import { scenarioNamed, scenarioOf } from '../scenarios/scenarios.ts'
import type { Fault } from '../world/fault.ts'
import { type BucketSize, takeCall } from './token-bucket.ts'

/** The calls of an application. @see https://smartcar.com/docs/help/api-limits */
const applicationBucket: BucketSize = { capacity: 120, refillPerMinute: 2 }
/** The calls that one plan allows for a vehicle in a month; plans differ. */
const callsAMonth = 500

/** Counts a call of an application. Returns why it is refused, or nothing if it is allowed. */
export function applicationLimit({ state, now }: Simulation, clientId: string): Fault | undefined {
  const scenario = scenarioNamed(state.scenario)
  if (scenario.vehicle === 'application-rate-limited') return applicationRateLimited(60)
  if (!scenario.limits) return undefined
  const decision = takeCall(state.buckets.get(clientId), now(), applicationBucket)
  remember(state, 'buckets', clientId, decision.bucket)
  return decision.ok ? undefined : applicationRateLimited(decision.retryAfterSeconds)
}

/** Counts a call for a vehicle. Returns why it is refused, or nothing if the plan allows it. */
export function planLimit(
  { state, now }: Simulation,
  { scenario, vehicleId }: Connection,
): Fault | undefined {
  if (!scenarioOf(scenario, state.scenario).limits) return undefined
  const month = new Date(now()).toISOString().slice(0, 7)
  const kept = state.monthlyCalls.get(vehicleId)
  const calls = (kept?.month === month ? kept.calls : 0) + 1
  remember(state, 'monthlyCalls', vehicleId, { month, calls })
  return calls > callsAMonth ? requestLimit : undefined
}

/** The application called too often. */
export function applicationRateLimited(retryAfterSeconds: number): Fault {
  return {
    type: 'RATE_LIMIT',
    code: 'SMARTCAR_API',
    description: 'The application sent too many requests. Wait longer after each refusal.',
    resolution: { type: 'RETRY_LATER' },
    retryAfterSeconds,
  }
}

/** The plan of the application allows no more calls for the vehicle. */
export const requestLimit: Fault = {
  type: 'BILLING',
  code: 'VEHICLE_REQUEST_LIMIT',
  description: 'The plan allows no more requests to this vehicle in this month.',
  resolution: { type: 'CONTACT_SUPPORT' },
}
